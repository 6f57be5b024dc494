package dev.andon.query.panic;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.query.incidents.Incident;

/**
 * An incident, for somebody who pressed the panic button.
 *
 * @param message what they would say to each other
 */
record WhatBecameOfIt(IncidentId incidentId, IncidentStatus status, String message) {

    static WhatBecameOfIt of(Incident incident) {
        return new WhatBecameOfIt(incident.incidentId(), incident.status(), wordsFor(incident));
    }

    /** What was merged goes on elsewhere, and nobody should have to ask twice. */
    WhatBecameOfIt goingOnIn(WhatBecameOfIt other) {
        return new WhatBecameOfIt(incidentId, status, message + " " + other.message());
    }

    private static String wordsFor(Incident incident) {
        return switch (incident.status()) {
            case OPEN -> "%s is not over. %s".formatted(incident.incidentId(), charge(incident));
            case MITIGATED -> "%s is getting better, but it is not over. %s"
                    .formatted(incident.incidentId(), charge(incident));
            case RESOLVED, CLOSED -> "%s is over%s".formatted(
                    incident.incidentId(),
                    incident.resolution() == null ? "." : ": “%s”".formatted(incident.resolution().strip()));
            case FALSE_ALARM -> "%s was looked into, and nothing was wrong%s. It was right to say something.".formatted(
                    incident.incidentId(),
                    incident.falseAlarm() == null
                            ? ""
                            : " (“%s”)".formatted(incident.falseAlarm().reason().strip()));
            case MERGED -> "%s is the same as %s.".formatted(incident.incidentId(), incident.mergedInto());
        };
    }

    private static String charge(Incident incident) {
        return incident.roles().stream()
                .filter(holder -> holder.role() == Role.INCIDENT_COMMANDER)
                .findFirst()
                .map(holder -> "%s is in charge.".formatted(holder.assignee()))
                .orElse("Nobody is in charge of it yet.");
    }
}
