package dev.andon.kernel;

/** Where an incident is in its life. Resolved means that customers are fine; closed means that the learning is done. */
public enum IncidentStatus {
    OPEN,
    MITIGATED,
    RESOLVED,
    CLOSED,
    FALSE_ALARM,
    MERGED
}
