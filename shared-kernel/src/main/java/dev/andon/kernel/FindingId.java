package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names a finding: {@code F-7K3Q}. These are random and unique within their incident. */
public record FindingId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("F-[0-9A-HJKMNP-TV-Z]{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like F-7K3Q");
        }
    }

    @Override
    public Tag tag() {
        return new Tag("finding", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
