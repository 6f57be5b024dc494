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
import dev.andon.kernel.command.ReapplyChange;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A change goes live again once, after its rollback is over; that may be long after the incident has ended. */
public final class ReapplyingAChange implements Rule<ReapplyChange, ReapplyingAChange.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, RollbackLife rollback) {}

    @Override
    public Class<ReapplyChange> command() {
        return ReapplyChange.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ReapplyChange command) {
        return IncidentLife.of(command.incidentId())
                .and(RollbackLife.of(command.incidentId(), command.rollbackId()), Known::new);
    }

    @Override
    public List<Event> decide(ReapplyChange command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.FINISH);
        Instant reappliedAt = circumstances.orNow(command.reappliedAt());
        switch (known.rollback()) {
            case RollbackLife.NeverStarted() -> throw new NotFound("rollback", command.rollbackId());
            case RollbackLife.UnderWay(var startedAt) -> throw new Refused(
                    Refusal.ROLLBACK_NOT_COMPLETED,
                    "%s is under way since %s".formatted(command.rollbackId(), startedAt),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "rollbackId", command.rollbackId(),
                            "startedAt", startedAt));
            case RollbackLife.Completed(_, var completedAt) -> {
                if (reappliedAt.isBefore(completedAt)) {
                    throw Invalid.field("/reappliedAt", "is before the rollback ended, %s".formatted(completedAt));
                }
            }
            case RollbackLife.Reapplied(var earlier) -> throw new Refused(
                    Refusal.CHANGE_ALREADY_REAPPLIED,
                    "The change that %s undid went live again at %s".formatted(command.rollbackId(), earlier),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "rollbackId", command.rollbackId(),
                            "reappliedAt", earlier));
        }
        return List.of(new ChangeReapplied(
                command.incidentId(), command.rollbackId(), command.reason(), reappliedAt));
    }
}
