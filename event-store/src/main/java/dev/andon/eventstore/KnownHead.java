package dev.andon.eventstore;

/**
 * The end of a log as somebody noted it earlier. Whoever can write to a store can write a whole new history with fitting
 * hashes; only a hash that was kept elsewhere tells it from the old one.
 */
public record KnownHead(long position, Hash hash) {

    private static final char SEPARATOR = '@';

    public KnownHead {
        if (position < 1) {
            throw new IllegalArgumentException("A commit ends at position 1 or later, not at " + position);
        }
    }

    /** From {@code <hash>@<position>}. */
    public static KnownHead parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String hash = text.substring(0, Math.max(separator, 0));
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a hash and a position, as in <64 hexadecimal digits>@<position>");
        }
        return new KnownHead(Long.parseLong(text.substring(separator + 1)), new Hash(hash));
    }
}
