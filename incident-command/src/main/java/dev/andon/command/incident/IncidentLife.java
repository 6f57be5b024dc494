package dev.andon.command.incident;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.event.Event;
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
        return DecisionModel.about(
                incidentId.tag(),
                IncidentDeclared.class,
                IncidentMitigated.class,
                IncidentResolved.class,
                IncidentReopened.class)
                .into(new IncidentLife(incidentId, null), IncidentLife::after);
    }

    private IncidentLife after(Event event) {
        return switch (event) {
            case IncidentDeclared _,IncidentReopened _ -> with(IncidentStatus.OPEN);
            case IncidentMitigated _ -> with(IncidentStatus.MITIGATED);
            case IncidentResolved _ -> with(IncidentStatus.RESOLVED);
            default -> this;
        };
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
            case CLOSED, FALSE_ALARM, MERGED -> throw refused(Refusal.INCIDENT_ENDED, "It has ended.");
        }
    }

    public Refused refused(Refusal refusal, String detail) {
        return new Refused(refusal, detail, Map.of("incidentId", incidentId, "status", requireDeclared()));
    }
}
