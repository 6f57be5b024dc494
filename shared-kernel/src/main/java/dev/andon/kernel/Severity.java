package dev.andon.kernel;

/** How bad it is; {@code SEV1} is worst. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4
}
