package dev.andon.kernel;

/** How the organisation found out, best first. */
public enum DetectionSource {
    PREDICTION,
    ALERT,
    CANARY,
    CHECK_IN,
    ENGINEER,
    STAKEHOLDER,
    CUSTOMER,
    SOCIAL_MEDIA,
    PANIC_BUTTON;

    /** Somebody outside engineering noticed first: the monitoring has a hole, and reports say so. */
    public boolean isDetectionGap() {
        return compareTo(ENGINEER) > 0;
    }
}
