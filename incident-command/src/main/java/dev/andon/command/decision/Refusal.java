package dev.andon.command.decision;

import java.util.Locale;

/** Every reason for which a rule says no, with the sentence a person would say. All of them are here, and only here. */
public enum Refusal {
    INCIDENT_ENDED("An incident that has ended takes no more entries; reopen it, or declare another one."),
    INCIDENT_MERGED("The incident was merged into another one; send this to the one that mergedInto names."),
    INCIDENT_ALREADY_MITIGATED("The incident is mitigated already; resolve it once customers are fine."),
    INCIDENT_ALREADY_RESOLVED("The incident is resolved already; reopen it if it was not over."),
    INCIDENT_NOT_RESOLVED("Only an incident that has ended can be reopened; go on with it, or declare another one."),
    INCIDENT_NOT_OVER("The incident is not over; resolve it first."),
    INCIDENT_ALREADY_CLOSED("The incident is closed already; reopen it if it was not over."),
    INCIDENT_HAS_LOOSE_ENDS(
            "The incident has loose ends; tie them up, or give the reason why it is closed all the same."),
    INCIDENT_ALREADY_FALSE_ALARM("The incident is marked as a false alarm already; reopen it if it was none."),
    INCIDENT_TAKES_IN_NO_OTHER("An incident that has ended takes in no other; reopen it, or merge into another one."),
    DRILL_AND_REAL("A drill and an incident that is none are not merged; no figure would count what really happened."),
    SEVERITY_UNCHANGED("The incident has this severity already; choose another one, or add a finding that says why."),
    ROLE_ALREADY_HELD("This person holds this role already; choose another person or another role."),
    ROLE_NOT_HELD("This person does not hold this role; name the one who does, if anybody."),

    EVIDENCE_WITHOUT_HYPOTHESIS("Evidence is about a hypothesis of the same incident; add the hypothesis first."),
    NOT_A_HYPOTHESIS("Only a hypothesis gets a verdict; add one that says what you suspect, and assess that."),
    VERDICT_UNCHANGED("The hypothesis has this verdict already; add what is new as evidence."),
    ENTRY_RETRACTED("The entry is struck out already; add a new one that says what is right."),
    ENTRY_NOT_RETRACTABLE("Only a statement can be struck out; correct what it says, or take the step that undoes it."),
    ENTRY_NOT_CORRECTABLE("A section of the postmortem is not corrected as an entry; write its next version."),
    ENTRY_ALREADY_PINNED("The entry is a key moment of this phase already; choose another phase, or unpin it."),
    ENTRY_NOT_PINNED("The entry is not pinned; there is nothing to take back."),

    CHANGE_NOT_REGISTERED("No such change is registered; register it first, or describe it in change."),
    ROLLBACK_UNDER_WAY("The change is being rolled back already; record how that ended first."),
    ROLLBACK_COMPLETED("How this rollback ended is recorded already; correct that entry, or start another rollback."),
    ROLLBACK_NOT_COMPLETED("The change can only go live again once its rollback is over; record how that ended first."),
    CHANGE_ALREADY_REAPPLIED("The change is live again already; start another rollback to undo it once more."),

    RUNBOOK_NOT_PUBLISHED("No such runbook is published; publish it first, or record what was done as a mitigation."),
    RUNBOOK_VERSION_MISSING("The runbook has no such version; leave it out to follow the latest one."),
    RUNBOOK_STEP_MISSING("The runbook has no such step; choose one that it has, or publish a version that has it."),
    RUNBOOK_UNCHANGED("The runbook has these very steps already; there is nothing to publish."),

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
    PROBLEM_ALREADY_FIXED("The problem is fixed already; link the incident that shows that it is not."),
    PROBLEM_NOT_FIXED("Only a fix that holds so far can be verified; record the fix first."),
    FIX_ALREADY_VERIFIED("The fix is verified already; link the incident that shows that it does not work."),
    FIX_BY_UNKNOWN_CHANGE("No such change is registered; register it first, or leave out changeId."),

    POSTMORTEM_PUBLISHED("What is published does not change any more; reopen the incident if there is more to tell."),
    POSTMORTEM_ALREADY_WAIVED("The postmortem is waived already; publish it if there is something to learn after all."),
    SECTION_CHANGED("Somebody else has written this section; read what they wrote, and write on top of that version."),

    READINESS_ITEM_MISSING(
            "The readiness check has no such item; they are numbered from 1, in the order they were given."),
    READINESS_ITEMS_UNANSWERED("The readiness check has open items; answer them first, if only with NOT_APPLICABLE."),
    READINESS_CHECK_SIGNED_OFF("The readiness check is signed off already; open another one if something has changed."),
    READINESS_CHECK_NOT_OPENED("No such readiness check was opened; open it first, or leave out readinessCheckId."),

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
