package dev.andon.kernel;

/** What kind of statement a finding is. */
public enum FindingKind {
    /** Seen. */
    OBSERVATION,
    /** A suspected cause. */
    HYPOTHESIS,
    /** Supports or contradicts a hypothesis, and names it. */
    EVIDENCE,
    /** What was chosen; a decision to wait says when it will be looked at again. */
    DECISION
}
