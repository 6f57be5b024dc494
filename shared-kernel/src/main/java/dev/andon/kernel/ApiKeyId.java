package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/** Names an API key: {@code KEY-5T8N}. These are random; naming one opens nothing. */
public record ApiKeyId(String value) implements Identifier {

    private static final Pattern SHAPE = Pattern.compile("KEY-[0-9A-HJKMNP-TV-Z]{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApiKeyId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like KEY-5T8N");
        }
    }

    @Override
    public Tag tag() {
        return new Tag("apiKey", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
