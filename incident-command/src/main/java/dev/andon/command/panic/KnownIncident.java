package dev.andon.command.panic;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.incident.IncidentLife;
import dev.andon.command.incident.PresentSeverity;
import dev.andon.command.incident.RoleHolders;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An incident that somebody who presses the panic button may mean.
 *
 * @param severity there if the incident is
 * @param commander nobody if nobody is in charge
 */
record KnownIncident(IncidentLife life, Optional<Severity> severity, Optional<String> commander) {

    static DecisionModel<KnownIncident> of(IncidentId incidentId) {
        return IncidentLife.of(incidentId)
                .and(
                        PresentSeverity.of(incidentId), RoleHolders.of(incidentId, Role.INCIDENT_COMMANDER),
                        (life, severity, holders) -> new KnownIncident(life, severity, holders.stream().findFirst()));
    }

    /** The one to add to: the worst that is not over, and of these the newest. A drill is nobody's emergency. */
    static Optional<KnownIncident> worstOf(List<KnownIncident> incidents) {
        return incidents.stream()
                .filter(KnownIncident::goesOn)
                .min(Comparator.comparing((KnownIncident incident) -> incident.severity().orElseThrow())
                        .thenComparing(incident -> incident.id().number(), Comparator.reverseOrder()));
    }

    /** Where things go on, if it was merged. */
    Stream<IncidentId> mergedInto() {
        return Stream.ofNullable(life.mergedInto());
    }

    IncidentId id() {
        return life.incidentId();
    }

    boolean isMitigated() {
        return life.status() == IncidentStatus.MITIGATED;
    }

    private boolean goesOn() {
        return !life.drill() && (life.status() == IncidentStatus.OPEN || isMitigated());
    }
}
