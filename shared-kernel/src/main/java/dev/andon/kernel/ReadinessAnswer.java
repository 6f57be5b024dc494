package dev.andon.kernel;

/** What was found when an item of a readiness check was looked at. */
public enum ReadinessAnswer {
    YES,
    NO,
    NOT_APPLICABLE
}
