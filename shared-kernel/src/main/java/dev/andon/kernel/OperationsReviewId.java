package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.andon.kernel.Tag;
import java.util.regex.Pattern;

/** Names an operations review: {@code OPS-1}. These count up. */
public record OperationsReviewId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("OPS-[1-9][0-9]{0,11}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OperationsReviewId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like OPS-1");
        }
    }

    public static OperationsReviewId of(long number) {
        return new OperationsReviewId("OPS-" + number);
    }

    public long number() {
        return Long.parseLong(value, 4, value.length(), 10);
    }

    @Override
    public Tag tag() {
        return new Tag("operationsReview", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
