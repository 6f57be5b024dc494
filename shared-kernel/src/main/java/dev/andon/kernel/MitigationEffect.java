package dev.andon.kernel;

/** What a mitigation did. */
public enum MitigationEffect {
    EFFECTIVE,
    PARTIAL,
    NO_EFFECT,
    MADE_WORSE
}
