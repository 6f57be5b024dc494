package dev.andon.command.decision;

import java.util.Locale;

/** Every reason for which a rule says no, with the sentence a person would say. All of them are here, and only here. */
public enum Refusal {
    INCIDENT_ENDED("An incident that has ended takes no more entries; reopen it, or declare another one."),
    INCIDENT_ALREADY_MITIGATED("The incident is mitigated already; resolve it once customers are fine."),
    INCIDENT_ALREADY_RESOLVED("The incident is resolved already; reopen it if it was not over."),
    INCIDENT_NOT_RESOLVED("Only an incident that was resolved can be reopened; go on with it, or declare another one."),
    SEVERITY_UNCHANGED("The incident has this severity already; choose another one, or add a finding that says why."),
    ROLE_ALREADY_HELD("This person holds this role already; choose another person or another role."),

    EVIDENCE_WITHOUT_HYPOTHESIS("Evidence is about a hypothesis of the same incident; add the hypothesis first."),
    NOT_A_HYPOTHESIS("Only a hypothesis gets a verdict; add one that says what you suspect, and assess that."),
    VERDICT_UNCHANGED("The hypothesis has this verdict already; add what is new as evidence."),
    ENTRY_RETRACTED("The entry is struck out already; add a new one that says what is right."),

    CHANGE_NOT_REGISTERED("No such change is registered; register it first, or describe it in change."),
    ROLLBACK_UNDER_WAY("The change is being rolled back already; record how that ended first."),
    ROLLBACK_COMPLETED("How this rollback ended is recorded already; correct that entry, or start another rollback."),
    ROLLBACK_NOT_COMPLETED("The change can only go live again once its rollback is over; record how that ended first."),
    CHANGE_ALREADY_REAPPLIED("The change is live again already; start another rollback to undo it once more."),

    ANSWER_NOT_IN_INCIDENT(
            "A why digs into an answer of the same incident; give that answer first, or leave out under."),
    FINDINGS_NOT_IN_INCIDENT("An answer cites findings of the same incident; add them first, or leave them out."),
    FIVE_WHYS_COMPLETED("The five whys are complete; reopen the incident if there is more to learn."),
    FIVE_WHYS_WITHOUT_OWNER("Nobody answers for the five whys; assign an owner first."),
    FIVE_WHYS_WITHOUT_ROOT_CAUSE("The five whys are complete once they name a root cause; identify one first."),

    ACTION_ITEM_NOT_OPEN("The action item is no longer open; propose another one."),
    ACTION_ITEM_VETOED("Somebody vetoed the action item; win their vote over, or cancel it."),

    INCIDENT_NOT_DECLARED("There is no such incident; declare it first."),
    INCIDENT_ALREADY_LINKED("The incident is linked to this problem already; there is nothing to do."),

    API_KEY_REVOKED("The API key is revoked already; create another one if the bot is to come back.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** The last part of the problem's type: {@code incident-ended}. */
    public String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
