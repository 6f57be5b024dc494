package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.andon.kernel.Tag;
import java.util.regex.Pattern;

/** Names a readiness check: {@code RDY-1}. These count up. */
public record ReadinessCheckId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("RDY-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReadinessCheckId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like RDY-1");
        }
    }

    public static ReadinessCheckId of(long number) {
        return new ReadinessCheckId("RDY-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("readinessCheck", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
