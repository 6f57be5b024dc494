package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names an incident: {@code INC-42}. These count up. */
public record IncidentId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("INC-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like INC-42");
        }
    }

    public static IncidentId of(long number) {
        return new IncidentId("INC-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("incident", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
