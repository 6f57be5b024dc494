package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names a problem: {@code PRB-3}. These count up. */
public record ProblemId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("PRB-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProblemId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like PRB-3");
        }
    }

    public static ProblemId of(long number) {
        return new ProblemId("PRB-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("problem", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
