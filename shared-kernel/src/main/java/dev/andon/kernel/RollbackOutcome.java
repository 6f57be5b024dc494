package dev.andon.kernel;

/** What a rollback did. */
public enum RollbackOutcome {
    EFFECTIVE,
    NO_EFFECT,
    MADE_WORSE,
    FAILED
}
