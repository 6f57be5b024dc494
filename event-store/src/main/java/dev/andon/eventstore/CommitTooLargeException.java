package dev.andon.eventstore;

/** More than one commit may hold. Nothing was stored, and trying again would not help: split it. */
public final class CommitTooLargeException extends RuntimeException {

    CommitTooLargeException(String message) {
        super(message);
    }
}
