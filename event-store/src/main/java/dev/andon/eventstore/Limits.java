package dev.andon.eventstore;

import java.time.Duration;

/**
 * What an {@link EventStore} may use up.
 *
 * @param tailBytes of the heap, for the last commits
 * @param waitingCommits how many may wait to be recorded; one more is refused with {@link TooManyAppendsException}
 * @param waitingBytes how much they may hold together
 * @param insistence how long to find out whether a commit was stored before {@link CommitOutcomeUnknownException}
 */
public record Limits(long tailBytes, int waitingCommits, long waitingBytes, Duration insistence) {

    private static final long MEGABYTE = 1024 * 1024;

    /** 64 MB for the tail and 32 MB for what waits, but no more than an eighth and a sixteenth of the heap; 30 seconds. */
    public static Limits defaults() {
        long heap = Runtime.getRuntime().maxMemory();
        return new Limits(Math.min(64 * MEGABYTE, heap / 8), 8_192, Math.min(32 * MEGABYTE, heap / 16),
                Duration.ofSeconds(30));
    }

    public Limits withTailBytes(long bytes) {
        return new Limits(bytes, waitingCommits, waitingBytes, insistence);
    }

    public Limits withWaiting(int commits, long bytes) {
        return new Limits(tailBytes, commits, bytes, insistence);
    }

    public Limits withInsistence(Duration duration) {
        return new Limits(tailBytes, waitingCommits, waitingBytes, duration);
    }
}
