package dev.andon.kernel;

/** Where a root cause lies. */
public enum RootCauseCategory {
    CODE,
    CONFIGURATION,
    CAPACITY,
    DEPENDENCY,
    INFRASTRUCTURE,
    PROCESS,
    HUMAN_FACTORS,
    SECURITY,
    UNKNOWN
}
