package dev.andon.eventstore;

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
}
