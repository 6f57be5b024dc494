package dev.andon.command.rollback;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RollbackStarted;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A registered change, or one described on the spot, is rolled back by one rollback at a time in each incident: two at once
 * would each claim the other's effect.
 */
public final class StartingARollback implements Rule<StartRollback, StartingARollback.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, boolean idTaken, ChangeToRollBack change) {}

    @Override
    public Class<StartRollback> command() {
        return StartRollback.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(StartRollback command) {
        return IncidentLife.of(command.incidentId())
                .and(
                        DecisionModel.whether(
                                Tag.of(command.incidentId(), command.rollbackId()), RollbackStarted.class),
                        ChangeToRollBack.of(command.incidentId(), command.changeId()),
                        Known::new);
    }

    @Override
    public List<Event> decide(StartRollback command, Known known, Circumstances circumstances) {
        requireOneOfBoth(command);
        known.incident().requireOpenTo(Act.RESPOND);
        if (known.idTaken()) {
            throw new IdentifierTaken(command.rollbackId());
        }
        return List.of(new RollbackStarted(
                command.incidentId(),
                command.rollbackId(),
                command.changeId(),
                command.change() == null ? asRegistered(command, known.change()) : command.change(),
                command.reason(),
                circumstances.orNow(command.startedAt())));
    }

    private static void requireOneOfBoth(StartRollback command) {
        if (command.changeId() == null && command.change() == null) {
            throw Invalid.field("/changeId", "or change is required: a rollback says what it undoes");
        }
        if (command.changeId() != null && command.change() != null) {
            throw Invalid.field("/change",
                    "must be left out beside changeId: the change is described where it is registered");
        }
    }

    private static RolledBackChange asRegistered(StartRollback command, ChangeToRollBack change) {
        ChangeId changeId = Objects.requireNonNull(command.changeId());
        ChangeRegistered registered = change.registered();
        if (registered == null) {
            throw new Refused(
                    Refusal.CHANGE_NOT_REGISTERED,
                    "There is no change %s".formatted(changeId),
                    Map.of("incidentId", command.incidentId(), "changeId", changeId));
        }
        RollbackStarted underWay = change.underWay();
        if (underWay != null) {
            throw new Refused(
                    Refusal.ROLLBACK_UNDER_WAY,
                    "%s is rolling %s back since %s".formatted(
                            underWay.rollbackId(), changeId, underWay.occurredAt()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "changeId", changeId,
                            "rollbackId", underWay.rollbackId(),
                            "startedAt", underWay.occurredAt()));
        }
        RollbackPlan plan = registered.rollbackPlan();
        return new RolledBackChange(
                registered.service(),
                registered.version(),
                registered.description(),
                plan == null ? null : plan.estimatedDuration());
    }
}
