package dev.andon.command.incident;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentDeclared;
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
 */
public record IncidentLife(IncidentId incidentId, @Nullable IncidentStatus status) {

    public static DecisionModel<IncidentLife> of(IncidentId incidentId) {
        Tag incident = incidentId.tag();
        return DecisionModel.startingWith(new IncidentLife(incidentId, null))
                .on(incident, IncidentDeclared.class, (life, _) -> life.with(IncidentStatus.OPEN))
                .on(incident, IncidentMitigated.class, (life, _) -> life.with(IncidentStatus.MITIGATED))
                .on(incident, IncidentResolved.class, (life, _) -> life.with(IncidentStatus.RESOLVED))
                .on(incident, IncidentReopened.class, (life, _) -> life.with(IncidentStatus.OPEN));
    }

    private IncidentLife with(IncidentStatus next) {
        return new IncidentLife(incidentId, next);
    }

    public boolean isDeclared() {
        return status != null;
    }

    /** The status of an incident that was declared; refuses any other as not found. */
    public IncidentStatus requireDeclared() {
        if (status == null) {
            throw new NotFound("incident", incidentId);
        }
        return status;
    }

    /** Refuses an incident that takes no more entries, because its learning is done or it never was one. */
    public void requireTakesEntries() {
        switch (requireDeclared()) {
            case OPEN, MITIGATED, RESOLVED -> {
            }
            case CLOSED, FALSE_ALARM, MERGED -> throw refused(Refusal.INCIDENT_ENDED);
        }
    }

    /** A refusal for which the incident's status is the reason. */
    public Refused refused(Refusal refusal) {
        IncidentStatus present = requireDeclared();
        return new Refused(
                refusal,
                "%s is %s".formatted(incidentId, present),
                Map.of("incidentId", incidentId, "status", present));
    }
}
