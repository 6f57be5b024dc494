package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names a change: {@code CHG-7}. These count up. */
public record ChangeId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("CHG-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChangeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like CHG-7");
        }
    }

    public static ChangeId of(long number) {
        return new ChangeId("CHG-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("change", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
