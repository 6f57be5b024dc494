package dev.andon.kernel;

/** A part of the postmortem that people may write themselves; until they do, it is made from events. */
public enum PostmortemSection {
    SUMMARY,
    IMPACT,
    TRIGGER,
    DETECTION,
    TIMELINE,
    HYPOTHESES,
    DECISIONS,
    ROLLBACKS,
    MITIGATIONS,
    STAKEHOLDER_UPDATES,
    FIVE_WHYS,
    ROOT_CAUSES,
    LESSONS,
    WENT_WELL,
    WENT_WRONG,
    GOT_LUCKY,
    SURPRISED_BY,
    FEELING,
    ACTION_ITEMS,
    PROBLEMS
}
