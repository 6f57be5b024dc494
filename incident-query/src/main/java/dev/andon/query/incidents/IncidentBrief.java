package dev.andon.query.incidents;

import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a line of a report.
 *
 * @param detectedBy how the organisation found out
 * @param commander who is in charge; absent if nobody is
 */
public record IncidentBrief(
        IncidentId incidentId,
        String title,
        Severity severity,
        IncidentStatus status,
        List<String> services,
        Instant declaredAt,
        DetectionSource detectedBy,
        boolean detectionGap,
        @Nullable String commander) {

    public static IncidentBrief of(Incident incident) {
        return new IncidentBrief(
                incident.incidentId(), incident.title(), incident.severity(), incident.status(), incident.services(),
                incident.declaredAt(), incident.detection().source(), incident.detectionGap(),
                incident.roles().stream()
                        .filter(holder -> holder.role() == Role.INCIDENT_COMMANDER)
                        .map(Incident.Holder::assignee)
                        .findFirst()
                        .orElse(null));
    }
}
