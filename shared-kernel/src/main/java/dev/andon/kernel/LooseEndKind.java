package dev.andon.kernel;

/** What can be left undone when an incident is closed. */
public enum LooseEndKind {
    ROLLBACK_UNDER_WAY,
    FIVE_WHYS_UNASSIGNED,
    FIVE_WHYS_INCOMPLETE,
    ACTION_ITEM_UNDECIDED,
    POSTMORTEM_MISSING
}
