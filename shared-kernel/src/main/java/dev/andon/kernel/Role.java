package dev.andon.kernel;

/** A part somebody plays in the response. */
public enum Role {
    INCIDENT_COMMANDER,
    COMMUNICATIONS_LEAD,
    OPERATIONS_LEAD,
    SCRIBE,
    RESPONDER
}
