package dev.andon.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * An event of the log as projections see it.
 *
 * @param recorded null if nobody can read it
 * @param json as the log has it; null where that is of an earlier version, or nobody can read it
 * @param unreadable why; null if it can be read
 * @param size of its JSON, in bytes
 */
record DecodedEvent(
        long position,
        String type,
        @Nullable Recorded recorded,
        byte @Nullable [] json,
        @Nullable RuntimeException unreadable,
        int size) {

    /** Of what an event is besides its text: objects that hold each other. */
    private static final int BESIDES_TEXT = 512;

    /** Fails if it cannot be read: to leave it out is not for who decodes to decide. */
    Recorded orThrow() {
        if (recorded == null) {
            throw unreadable == null ? new IllegalStateException("Nothing is known of the event") : unreadable;
        }
        return recorded;
    }

    /** About what it takes to hold it: its text as the log has it, and once more as it was understood. */
    long bytes() {
        return BESIDES_TEXT + 2L * size;
    }
}
