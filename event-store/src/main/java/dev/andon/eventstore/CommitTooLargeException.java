package dev.andon.eventstore;

/** More than one commit, or one thing in it, may hold. Nothing was stored, and trying again would not help. */
public final class CommitTooLargeException extends RuntimeException {

    CommitTooLargeException(String message) {
        super(message);
    }
}
