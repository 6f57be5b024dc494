package dev.andon.query.recurringproblems;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem came back although an earlier incident of it had led to work against it: that was still to be done, had been given
 * up, or was done and did not help.
 *
 * @param owner who answered for it when the problem came back
 * @param dueAt when it was due, as it stood then
 * @param overdue whether it had been due by then
 * @param proposedAt when somebody proposed it
 * @param endedAt when it was done or given up
 * @param proposedIn the earlier incident
 * @param cameBackIn the incidents that began while this was so, oldest first
 * @param entryIds what is recorded of the work
 */
public record BrokenPromise(
        ProblemId problemId,
        Kind kind,
        ActionItemId actionItemId,
        String title,
        ActionItemKind actionItemKind,
        @Nullable String owner,
        @Nullable Instant dueAt,
        boolean overdue,
        Instant proposedAt,
        @Nullable Instant endedAt,
        IncidentId proposedIn,
        List<CameBack> cameBackIn,
        List<Long> entryIds) {

    /** What had become of the work when the problem came back. */
    public enum Kind {
        STILL_OPEN,
        GIVEN_UP,
        DONE_AND_YET
    }

    /** An incident by which the problem came back. */
    public record CameBack(IncidentId incidentId, Instant startedAt) {}
}
