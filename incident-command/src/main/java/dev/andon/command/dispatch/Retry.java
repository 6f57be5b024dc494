package dev.andon.command.dispatch;

/** Why a command is decided once more. */
public enum Retry {

    /** Somebody else changed what the decision rested on, between the decision and the append. */
    LOST_RACE,

    /** A new identifier turned out to be somebody else's. */
    IDENTIFIER_TAKEN,

    /** It would be refused, but perhaps on what is no longer so. */
    REFUSAL_CHECKED
}
