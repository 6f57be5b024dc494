package dev.andon.command.rollback;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import java.time.Instant;
import java.util.Set;

/** Where one rollback of one incident is: each state has just what is known in it. */
sealed interface RollbackLife {

    record NeverStarted() implements RollbackLife {}

    record UnderWay(Instant startedAt) implements RollbackLife {}

    record Completed(RollbackOutcome outcome, Instant completedAt) implements RollbackLife {}

    record Reapplied(Instant reappliedAt) implements RollbackLife {}

    static DecisionModel<RollbackLife> of(IncidentId incidentId, RollbackId rollbackId) {
        Set<Tag> rollback = Tag.of(incidentId, rollbackId);
        return DecisionModel.<RollbackLife>startingWith(new NeverStarted())
                .on(rollback, RollbackStarted.class, (_, started) -> new UnderWay(started.occurredAt()))
                .on(rollback, RollbackCompleted.class, (_, completed) -> new Completed(
                        completed.outcome(), completed.occurredAt()))
                .on(rollback, ChangeReapplied.class, (_, reapplied) -> new Reapplied(reapplied.occurredAt()));
    }
}
