package dev.andon.command.decision;

import java.util.Locale;

/** Every reason for which a rule says no, with the sentence a person would say. All of them are here, and only here. */
public enum Refusal {
    INCIDENT_ENDED("An incident that has ended takes no more entries; reopen it, or declare another one."),
    EVIDENCE_WITHOUT_HYPOTHESIS("Evidence is about a hypothesis of the same incident; add the hypothesis first.");

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
