package dev.andon.command.decision;

import dev.andon.kernel.IncidentId;

/** The caller decided on a version of the incident that is not the present one. Nothing was recorded. */
public final class VersionMismatch extends RuntimeException {

    private final IncidentId incidentId;
    private final long presentVersion;

    public VersionMismatch(IncidentId incidentId, long presentVersion) {
        super("%s is at version %d. Read what has changed, then decide again.".formatted(incidentId, presentVersion));
        this.incidentId = incidentId;
        this.presentVersion = presentVersion;
    }

    public IncidentId incidentId() {
        return incidentId;
    }

    public long presentVersion() {
        return presentVersion;
    }
}
