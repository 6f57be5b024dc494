package dev.andon.eventstore;

import org.jspecify.annotations.Nullable;

/** One thing an event can be found by. */
public record Tag(String key, String value) {

    public Tag {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A tag needs a key");
        }
    }

    public static Tag of(String key, String value) {
        return new Tag(key, value);
    }

    /** One text for one tag: a key's own "=" is escaped, or ("a", "b=c") and ("a=b", "c") would be found by each other. */
    public String encoded() {
        return key.replace("\\", "\\\\").replace("=", "\\=") + "=" + value;
    }

    /** The tag that {@link #encoded()} made this text of. */
    public static Tag decoded(String text) {
        StringBuilder key = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '=') {
                return new Tag(key.toString(), text.substring(index + 1));
            }
            if (character == '\\' && index + 1 < text.length()) {
                index++;
            }
            key.append(text.charAt(index));
        }
        throw new IllegalArgumentException("Not a tag: " + text);
    }

    /** By hand, like the hash: memory is looked up by tags at every turn, and what a record does of itself takes longer. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tag that && value.equals(that.value) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + value.hashCode();
    }
}
