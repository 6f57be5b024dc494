package dev.andon.kernel;

/** Over what time an availability objective is to be met. */
public enum AvailabilityPeriod {
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
