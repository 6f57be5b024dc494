package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.andon.kernel.Tag;
import java.util.regex.Pattern;

/** Names a runbook: {@code RBK-1}. These count up. */
public record RunbookId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("RBK-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunbookId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like RBK-1");
        }
    }

    public static RunbookId of(long number) {
        return new RunbookId("RBK-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("runbook", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
