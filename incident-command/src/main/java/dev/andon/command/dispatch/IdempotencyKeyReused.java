package dev.andon.command.dispatch;

/** The same key came with another request. One of the two is a mistake, and only the caller knows which. */
public final class IdempotencyKeyReused extends RuntimeException {

    public IdempotencyKeyReused() {
        super("This Idempotency-Key was used for another request. Send a new key with a new request.");
    }
}
