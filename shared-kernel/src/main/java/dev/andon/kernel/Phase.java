package dev.andon.kernel;

/** The part of an incident that a pinned entry is a key moment of. */
public enum Phase {
    DETECTION,
    DIAGNOSIS,
    REPAIR
}
