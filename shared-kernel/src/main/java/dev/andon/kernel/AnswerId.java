package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names an answer of the five whys: {@code W-4H1T}. These are random and unique within their incident. */
public record AnswerId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("W-[0-9A-HJKMNP-TV-Z]{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AnswerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like W-4H1T");
        }
    }

    @Override
    public Tag tag() {
        return new Tag("answer", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
