package dev.andon.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * An event of the log as projections see it.
 *
 * @param recorded null if nobody can read it
 * @param json as the log has it; null where that is of an earlier version, or nobody can read it
 * @param unreadable why; null if it can be read
 */
record DecodedEvent(
        long position,
        String type,
        @Nullable Recorded recorded,
        byte @Nullable [] json,
        @Nullable RuntimeException unreadable) {

    /** Fails if it cannot be read: to leave it out is not for who decodes to decide. */
    Recorded orThrow() {
        if (recorded == null) {
            throw unreadable == null ? new IllegalStateException("Nothing is known of the event") : unreadable;
        }
        return recorded;
    }
}
