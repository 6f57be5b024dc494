package dev.andon.eventstore;

/** More is waiting to be recorded than the store may hold in memory. Nothing was stored: try again a little later. */
public final class TooManyAppendsException extends RuntimeException {

    TooManyAppendsException(int commits, long bytes) {
        super("Nothing was stored: %,d commits of %,d bytes are waiting to be recorded, and no more may. Try again a little later; if it happens often, the log is too slow for what comes, or Limits.withWaiting too low"
                .formatted(commits, bytes));
    }
}
