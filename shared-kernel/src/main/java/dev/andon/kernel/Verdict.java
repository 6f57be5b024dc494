package dev.andon.kernel;

/** What became of a hypothesis. */
public enum Verdict {
    SUPPORTED,
    RULED_OUT,
    CONFIRMED
}
