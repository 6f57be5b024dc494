package dev.andon.eventstore;

/** The log is certain that it stored nothing, and that nothing of it will turn up later. To try again is safe. */
public final class NotStoredException extends RuntimeException {

    public NotStoredException(String message, Throwable cause) {
        super(message, cause);
    }
}
