package dev.andon.command.rollback;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.command.CompleteRollback;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RollbackCompleted;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A rollback ends once, and not before it started: its measured duration is compared with the plan. */
public final class CompletingARollback implements Rule<CompleteRollback, CompletingARollback.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, RollbackLife rollback) {}

    @Override
    public Class<CompleteRollback> command() {
        return CompleteRollback.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(CompleteRollback command) {
        return IncidentLife.of(command.incidentId())
                .and(RollbackLife.of(command.incidentId(), command.rollbackId()), Known::new);
    }

    @Override
    public List<Event> decide(CompleteRollback command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.FINISH);
        Instant completedAt = circumstances.orNow(command.completedAt());
        switch (known.rollback()) {
            case RollbackLife.NeverStarted() -> throw new NotFound("rollback", command.rollbackId());
            case RollbackLife.UnderWay(var startedAt) -> {
                if (completedAt.isBefore(startedAt)) {
                    throw Invalid.field("/completedAt", "is before the rollback started, %s".formatted(startedAt));
                }
            }
            case RollbackLife.Completed(var outcome, var earlier) -> throw new Refused(
                    Refusal.ROLLBACK_COMPLETED,
                    "%s ended at %s: %s".formatted(command.rollbackId(), earlier, outcome),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "rollbackId", command.rollbackId(),
                            "outcome", outcome,
                            "completedAt", earlier));
            case RollbackLife.Reapplied(var reappliedAt) -> throw new Refused(
                    Refusal.ROLLBACK_COMPLETED,
                    "%s is over; its change went live again at %s".formatted(command.rollbackId(), reappliedAt),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "rollbackId", command.rollbackId(),
                            "reappliedAt", reappliedAt));
        }
        return List.of(new RollbackCompleted(
                command.incidentId(), command.rollbackId(), command.outcome(), command.note(), completedAt));
    }
}
