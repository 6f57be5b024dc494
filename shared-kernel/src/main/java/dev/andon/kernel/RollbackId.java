package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names a rollback: {@code RB-2M9D}. These are random and unique within their incident. */
public record RollbackId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("RB-[0-9A-HJKMNP-TV-Z]{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RollbackId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like RB-2M9D");
        }
    }

    @Override
    public Tag tag() {
        return new Tag("rollback", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
