package dev.andon.eventstore;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit that has no place in the log yet. What depends on its place is a few dozen bytes; all else is encoded once,
 * when it comes in, however often the commit must be put behind another head.
 */
record Draft(
        String commitId,
        @Nullable String commandId,
        AppendCondition condition,
        List<EventData> events,
        byte[] encodedOrigin,
        byte[] encodedEvents) {

    static final int MAX_EVENTS = 1_000;
    static final int MAX_BYTES = 8 * 1024 * 1024;

    /** What can fail for this commit alone fails here, before it can hold up or take down others. */
    static Draft of(String commitId, @Nullable String commandId, AppendCondition condition, List<EventData> events) {
        if (events.size() > MAX_EVENTS) {
            throw new CommitTooLargeException("A commit holds at most %,d events, not %,d".formatted(MAX_EVENTS,
                    events.size()));
        }
        Draft draft = new Draft(commitId, commandId, condition, List.copyOf(events),
                CommitEncoding.origin(commitId, commandId, condition), CommitEncoding.events(events));
        if (draft.size() > MAX_BYTES) {
            throw new CommitTooLargeException("A commit takes at most %,d bytes, not %,d".formatted(MAX_BYTES,
                    draft.size()));
        }
        return draft;
    }

    int size() {
        return encodedOrigin.length + encodedEvents.length;
    }

    /** The one way a commit gets its place, its time and its hashes. */
    Commit behind(Head head, Instant now) {
        Instant recordedAt = head.laterOf(now);
        long first = head.position() + 1;
        byte[] encoded = CommitEncoding.encode(first, encodedOrigin, recordedAt, head.hash(), encodedEvents);
        return new Commit(first, commitId, commandId, condition, recordedAt, head.hash(), CommitEncoding.hash(encoded),
                events);
    }
}
