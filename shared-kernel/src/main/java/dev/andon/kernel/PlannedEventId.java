package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.andon.kernel.Tag;
import java.util.regex.Pattern;

/** Names a planned event: {@code EVT-1}. These count up. */
public record PlannedEventId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("EVT-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlannedEventId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like EVT-1");
        }
    }

    public static PlannedEventId of(long number) {
        return new PlannedEventId("EVT-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("plannedEvent", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
