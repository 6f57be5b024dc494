package dev.andon.kernel;

/** Where a problem is in its life. A known error has a workaround; a recurrence stands until the problem is fixed again. */
public enum ProblemStatus {
    OPEN,
    KNOWN_ERROR,
    FIXED,
    VERIFIED,
    RECURRED
}
