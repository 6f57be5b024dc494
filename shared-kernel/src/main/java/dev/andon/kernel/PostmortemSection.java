package dev.andon.kernel;

/** A part of the postmortem that people may write themselves; until they do, it is made from events. */
public enum PostmortemSection {
    SUMMARY,
    IMPACT,
    DETECTION,
    TIMELINE,
    HYPOTHESES,
    ROLLBACKS,
    MITIGATIONS,
    STAKEHOLDER_UPDATES,
    FIVE_WHYS,
    ROOT_CAUSES,
    WENT_WELL,
    WENT_WRONG,
    GOT_LUCKY,
    SURPRISED_BY,
    FEELING,
    ACTION_ITEMS,
    PROBLEMS
}
