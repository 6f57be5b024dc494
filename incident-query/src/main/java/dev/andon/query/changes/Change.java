package dev.andon.query.changes;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.followup.RollbackAccount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was put into production, and whether it still is there.
 *
 * @param rollbackPlan how to undo it; absent if nobody said how
 * @param rollbackPlanMissing whether nobody said how to undo it, which is allowed and shown
 * @param rollbacks every time it was undone, in whichever incident, the first one first
 * @param position where it is recorded
 */
public record Change(
        ChangeId changeId,
        String service,
        String version,
        String description,
        Instant deployedAt,
        @Nullable RollbackPlan rollbackPlan,
        boolean rollbackPlanMissing,
        Whereabouts state,
        List<RollbackAccount> rollbacks,
        long position) {

    /** Whether a change is in production. */
    public enum Whereabouts {
        LIVE,
        ROLLING_BACK,
        ROLLED_BACK
    }

    /** @param rollbacks of this change */
    public static Change of(Chronicle chronicle, List<RollbackAccount> rollbacks) {
        var opening = chronicle.opening(ChangeRegistered.class);
        ChangeRegistered event = opening.event();
        return new Change(
                event.changeId(), event.service(), event.version(), event.description(), event.occurredAt(),
                event.rollbackPlan(), event.rollbackPlan() == null, whereabouts(rollbacks), rollbacks,
                opening.position());
    }

    private static Whereabouts whereabouts(List<RollbackAccount> rollbacks) {
        if (rollbacks.stream().anyMatch(RollbackAccount::underWay)) {
            return Whereabouts.ROLLING_BACK;
        }
        return rollbacks.stream().anyMatch(RollbackAccount::stillOut) ? Whereabouts.ROLLED_BACK : Whereabouts.LIVE;
    }
}
