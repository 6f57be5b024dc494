package dev.andon.query.postmortem;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.NoteKind;
import java.util.function.Predicate;

/** A section of the postmortem that stays empty until somebody records something, with what to record. */
enum Section {
    RESOLUTION(
            "Nobody has said yet that customers are fine again.",
            "/incidents/%s/resolution",
            draft -> draft.incident().resolution() == null),
    IMPACT(
            "No impact window is recorded, so nobody can say how badly customers were hurt, or compute availability.",
            "/incidents/%s/impacts",
            draft -> draft.incident().impact().isEmpty()),
    TRIGGER("Nothing recorded shows what set it off: assess a hypothesis as CONFIRMED, or roll back a registered change.",
            "/incidents/%s/findings/{findingId}/assessments",
            draft -> draft.trigger().isEmpty()),
    ROLES("Nobody's role in the response is recorded.",
            "/incidents/%s/roles",
            draft -> draft.incident().roles().isEmpty()),
    HYPOTHESES("No suspected cause is recorded: add a finding of kind HYPOTHESIS, then assess it.",
            "/incidents/%s/findings",
            draft -> draft.hypotheses().isEmpty()),
    DECISIONS("No decision is recorded: add a finding of kind DECISION, with what was turned down and why.",
            "/incidents/%s/findings",
            draft -> draft.decisions().isEmpty()),
    ROLLBACKS("No rollback is recorded.", "/incidents/%s/rollbacks", draft -> draft.rollbacks().isEmpty()),
    MITIGATIONS("No other mitigation is recorded.",
            "/incidents/%s/mitigations",
            draft -> draft.mitigations().isEmpty()),
    FIVE_WHYS("No why is answered yet.",
            "/incidents/%s/five-whys/answers",
            draft -> draft.fiveWhys().whys().isEmpty()),
    ROOT_CAUSES("No root cause is named.",
            "/incidents/%s/five-whys/root-causes",
            draft -> draft.rootCauses().isEmpty()),
    WENT_WELL("Nothing is noted: add a note of kind WENT_WELL.",
            "/incidents/%s/retrospective/notes",
            without(NoteKind.WENT_WELL)),
    WENT_WRONG("Nothing is noted: add a note of kind WENT_WRONG.",
            "/incidents/%s/retrospective/notes",
            without(NoteKind.WENT_WRONG)),
    GOT_LUCKY("Nothing is noted: add a note of kind GOT_LUCKY.",
            "/incidents/%s/retrospective/notes",
            without(NoteKind.GOT_LUCKY)),
    SURPRISED_BY("Nothing is noted: add a note of kind SURPRISED_BY.",
            "/incidents/%s/retrospective/notes",
            without(NoteKind.SURPRISED_BY)),
    FEELING("Nothing is noted: add a note of kind FEELING; it may be anonymous.",
            "/incidents/%s/retrospective/notes",
            without(NoteKind.FEELING)),
    ACTION_ITEMS("No work has come out of this incident yet.",
            "/incidents/%s/action-items",
            draft -> draft.actionItems().isEmpty()),
    STAKEHOLDER_UPDATES("No update to stakeholders is recorded.",
            "/incidents/%s/updates",
            draft -> draft.stakeholderUpdates().isEmpty()),
    PROBLEMS("The incident is linked to no problem, so nobody will see it recur.",
            "/problems/{problemId}/incidents",
            draft -> draft.problems().isEmpty());

    private final String advice;
    private final String path;
    private final Predicate<Postmortem> missing;

    Section(String advice, String path, Predicate<Postmortem> missing) {
        this.advice = advice;
        this.path = path;
        this.missing = missing;
    }

    boolean isMissingFrom(Postmortem draft) {
        return missing.test(draft);
    }

    String advice() {
        return advice;
    }

    String post(IncidentId incident) {
        return "/api/v1" + path.formatted(incident);
    }

    private static Predicate<Postmortem> without(NoteKind kind) {
        return draft -> draft.retrospective().notes(kind).isEmpty();
    }
}
