package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names an action item: {@code ACT-9}. These count up. */
public record ActionItemId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("ACT-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActionItemId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like ACT-9");
        }
    }

    public static ActionItemId of(long number) {
        return new ActionItemId("ACT-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("actionItem", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
