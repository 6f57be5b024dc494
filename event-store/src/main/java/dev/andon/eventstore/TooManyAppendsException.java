package dev.andon.eventstore;

/** More is waiting to be recorded than the store may hold in memory. Nothing was stored: try again a little later. */
public final class TooManyAppendsException extends RuntimeException {

    TooManyAppendsException(int commits, long bytes) {
        super("%,d commits of %,d bytes are waiting to be recorded, which is as many as may".formatted(commits, bytes));
    }
}
