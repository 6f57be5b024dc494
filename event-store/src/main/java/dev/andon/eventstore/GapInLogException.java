package dev.andon.eventstore;

/** A reader expected one position and found another. It stops here, since going on would skip or repeat an event. */
public final class GapInLogException extends RuntimeException {

    private final long expected;
    private final long found;

    public GapInLogException(long expected, long found) {
        super("Expected position %d to come next, but the log goes on at position %d".formatted(expected, found));
        this.expected = expected;
        this.found = found;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
