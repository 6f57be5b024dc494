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
        CommitEncoding.Template template) {

    /** What can fail for this commit alone fails here, before it can hold up or take down others. */
    static Draft of(String commitId, @Nullable String commandId, AppendCondition condition, List<EventData> events) {
        Bounds.check(commandId, condition, events);
        Draft draft = new Draft(commitId, commandId, condition, List.copyOf(events),
                CommitEncoding.template(commitId, commandId, condition, events));
        Bounds.atMost(Bounds.BYTES, draft.size(), "A commit takes at most %,d bytes, not %,d");
        return draft;
    }

    int size() {
        return template.size();
    }

    /** The one way a commit gets its place, its time and its hashes. */
    Commit behind(Head head, Instant now) {
        Instant recordedAt = head.laterOf(now);
        long first = head.position() + 1;
        byte[] encoded = template.filled(first, recordedAt, head.hash());
        return new Commit(first, commitId, commandId, condition, recordedAt, head.hash(), CommitEncoding.hash(encoded),
                events, encoded);
    }
}
