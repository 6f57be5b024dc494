package dev.andon.command.incident;

import dev.andon.command.decision.Course;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an incident is there, and where in its life it is. Read by nearly every rule, so it reads only the few events
 * that begin and end an incident.
 *
 * @param status null if it was never declared
 * @param mergedInto where things go on, if it was merged
 */
public record IncidentLife(
        IncidentId incidentId, @Nullable IncidentStatus status, boolean drill, @Nullable IncidentId mergedInto) {

    private static final Course<IncidentLife> COURSE = Course.<IncidentLife>begun()
            .on(IncidentDeclared.class, (life, declared) -> new IncidentLife(
                    life.incidentId(), IncidentStatus.OPEN, declared.drill(), null))
            .on(IncidentMitigated.class, (life, _) -> life.with(IncidentStatus.MITIGATED))
            .on(IncidentResolved.class, (life, _) -> life.with(IncidentStatus.RESOLVED))
            .on(IncidentReopened.class, (life, _) -> life.with(IncidentStatus.OPEN))
            .on(IncidentClosed.class, (life, _) -> life.with(IncidentStatus.CLOSED))
            .on(IncidentMarkedFalseAlarm.class, (life, _) -> life.with(IncidentStatus.FALSE_ALARM))
            .on(IncidentMerged.class, IncidentLife::after);

    public static DecisionModel<IncidentLife> of(IncidentId incidentId) {
        return DecisionModel.startingWith(new IncidentLife(incidentId, null, false, null))
                .on(Tag.of(incidentId), COURSE);
    }

    private IncidentLife with(IncidentStatus next) {
        return new IncidentLife(incidentId, next, drill, null);
    }

    /** An incident sees the mergers of others into it as well. */
    private IncidentLife after(IncidentMerged merged) {
        return merged.incidentId().equals(incidentId)
                ? new IncidentLife(incidentId, IncidentStatus.MERGED, drill, merged.into())
                : this;
    }

    public boolean isDeclared() {
        return status != null;
    }

    /** Whether something really was wrong: it was in no drill, nor in what turned out to be a false alarm. */
    public boolean isFailure() {
        return isDeclared() && !drill && status != IncidentStatus.FALSE_ALARM;
    }

    /** The status of an incident that was declared; refuses any other as not found. */
    public IncidentStatus requireDeclared() {
        if (status == null) {
            throw new NotFound("incident", incidentId);
        }
        return status;
    }

    /** Refuses what cannot be done in this part of its life. */
    public void requireOpenTo(Act act) {
        Refusal refusal = act.refusalIn(requireDeclared());
        if (refusal != null) {
            throw refused(refusal);
        }
    }

    /** A refusal for which the incident's status is the reason. */
    private Refused refused(Refusal refusal) {
        IncidentStatus present = requireDeclared();
        return mergedInto == null
                ? new Refused(
                        refusal,
                        "%s is %s".formatted(incidentId, present),
                        Map.of("incidentId", incidentId, "status", present))
                : new Refused(
                        refusal,
                        "%s was merged into %s".formatted(incidentId, mergedInto),
                        Map.of("incidentId", incidentId, "status", present, "mergedInto", mergedInto));
    }
}
