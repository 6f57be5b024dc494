package dev.andon.kernel;

/** What somebody may do here, as opposed to the {@link Role} they play in one incident. Who has several may do all of it. */
public enum AccessRole {
    /** Says that something is wrong, and what they see. */
    REPORTER,
    /** Works on incidents. */
    RESPONDER,
    /** Decides on them: how bad, over, closed. */
    COMMANDER,
    /** Writes down what was learned. */
    AUTHOR,
    /** Reads everything, also who did it, and changes nothing. */
    AUDITOR,
    /** May do everything, and decides who else may. */
    ADMIN
}
