package dev.andon.query.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing in this process.
 *
 * @param position what its documents reflect
 * @param answering what the documents reflect that answer now; they may be an older version's while this one is built
 * @param head where the log ended when this was asked
 * @param behindSince when what its documents lack began to be recorded, or later; null if they lack nothing
 * @param failure why it does not move on; null if it does
 * @param rebuild what is built beside the documents that answer; null if nothing is, or another process does it
 */
public record ProjectionStatus(
        String name,
        int version,
        State state,
        long position,
        long answering,
        long head,
        @Nullable Instant behindSince,
        double eventsPerSecond,
        @Nullable ProjectionFailure failure,
        @Nullable Rebuild rebuild) {

    /** The same documents, being built once more from the first event on. */
    public record Rebuild(
            int generation,
            long position,
            double eventsPerSecond,
            @Nullable ProjectionFailure failure) {}

    /** What the projection does at the moment. */
    public enum State {
        /** It is about to find out what there is to do. */
        STARTING,
        /** It has not yet seen the whole log once; an older version answers if there is one. */
        BUILDING,
        /** It has seen the whole log, and applies events as they come. */
        FOLLOWING,
        /** Another process does the work; this one reads what that one writes. */
        WATCHING,
        /** An event could not be applied. It waits to be resumed, and answers with the position it has. */
        FAILED,
        /** The log or the store is out of reach; it tries again by itself. */
        RETRYING,
        /** It was closed. */
        STOPPED
    }

    public long lag() {
        return Math.max(0, head - position);
    }
}
