package dev.andon.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.History;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FiveWhys;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PostmortemTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final ActionItemId ALERT = ActionItemId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void anEmptySectionSaysWhatIsMissingAndHowToAddIt() {
        History history = history();

        String markdown = markdown(history);

        assertThat(draft(history).missing()).extracting(Postmortem.Missing::section)
                .containsExactlyElementsOf(EnumSet.allOf(Section.class));
        assertThat(markdown).contains("""
                ## Action items

                *No work has come out of this incident yet.* `POST /api/v1/incidents/INC-1/action-items`
                """);
    }

    @Test
    void anActionItemIsAgreedWhenNobodyIsBelowThree() {
        assertThat(actionItem(vote("bob", 3), vote("carol", 5)).consensus().agreed()).isTrue();
        assertThat(actionItem(vote("bob", 2), vote("carol", 5)).consensus().agreed()).isFalse();
        assertThat(actionItem().consensus().agreed()).isNull();
    }

    @Test
    void aVetoNamesWhoCastItUntilTheyChangeTheirMind() {
        assertThat(actionItem(vote("bob", 0)).consensus().vetoedBy()).containsExactly("bob");
        assertThat(actionItem(vote("bob", 0), vote("bob", 4)).consensus().vetoedBy()).isEmpty();
        assertThat(actionItem(vote("bob", 0), vote("bob", 4)).consensus().agreed()).isTrue();
    }

    @Test
    void anActionItemKeepsItsDueDateWhenOnlyItsOwnerChanges() {
        Instant due = TEN.plusSeconds(86_400);
        History history = history(
                new ActionItemProposed(INCIDENT, ALERT, "Alert", ActionItemKind.DETECT, "bob", due, TEN),
                new ActionItemAssigned(INCIDENT, ALERT, "carol", null, TEN));

        ActionItem item = draft(history).actionItems().getFirst();
        assertThat(item.owner()).isEqualTo("carol");
        assertThat(item.dueAt()).isEqualTo(due);
    }

    @Test
    void aRollbackWithoutAnOutcomeSaysSo() {
        String markdown = markdown(history(new RollbackStarted(
                INCIDENT, new RollbackId("RB-0001"), null,
                new RolledBackChange("checkout", "1.2", "New taxes", null), "too close in time", TEN)));

        assertThat(markdown).contains("""
                - **checkout 1.2** (RB-0001): New taxes
                  - Why: too close in time
                  - Started on 2 March 2026, 10:00; **no outcome is recorded**
                """);
    }

    @Test
    void aThousandWhysUnderEachOtherCanStillBeWritten() {
        History history = history();
        for (int i = 0; i < 1000; i++) {
            history.then(new WhyAnswered(
                    INCIDENT, answer(i), "Why " + i + "?", "Because", i == 0 ? null : answer(i - 1), List.of(), TEN));
        }

        assertThat(markdown(history)).contains("**Why 999?** Because");
        assertThat(AndonJson.mapper().writeValueAsString(draft(history))).contains("Why 999?");
    }

    @Test
    void anAnswerUnderARetractedOneIsNotLost() {
        History history = history(
                new WhyAnswered(INCIDENT, answer(1), "Why?", "Because", null, List.of(), TEN),
                new WhyAnswered(INCIDENT, answer(2), "Why that?", "Because of this", answer(1), List.of(), TEN),
                new EntryRetracted(INCIDENT, 2, "not so", TEN));

        assertThat(draft(history).fiveWhys().whys()).extracting(FiveWhys.Why::question).containsExactly("Why that?");
    }

    @Test
    void whatAPersonWroteStandsInPlaceOfWhatIsMadeFromEvents() {
        History history = history(
                new PostmortemSectionWritten(INCIDENT, PostmortemSection.WENT_WELL, 1, "bob", "- Luck", TEN),
                new PostmortemSectionWritten(INCIDENT, PostmortemSection.WENT_WELL, 2, "carol", "- *Skill*\n", TEN),
                new RetrospectiveNoteAdded(INCIDENT, NoteKind.WENT_WELL, "recorded later", false, TEN));

        String markdown = markdown(history);

        assertThat(markdown)
                .contains(
                        """
                                ## What went well

                                - *Skill*

                                *carol wrote this on 2 March 2026, 10:00. There is 1 newer event: 4; what is made from events says more by now.*

                                ## What went wrong""")
                .contains("A draft, written by people where they did")
                .doesNotContain("recorded later");
        assertThat(Objects.requireNonNull(draft(history).manuscript()).sections())
                .extracting(Manuscript.Written::version)
                .containsExactly(2);
    }

    @Test
    void aPublishedPostmortemSaysSoUntilTheIncidentIsReopened() {
        History history = history(
                new IncidentResolved(INCIDENT, "restarted", null, TEN), new PostmortemPublished(INCIDENT, 1, TEN));
        assertThat(Drafts.published(history)).contains("*Published on 2 March 2026, 10:00, edition 1;");

        history.then(new IncidentReopened(INCIDENT, "it is back", TEN));

        assertThat(markdown(history)).contains("*A draft of what follows edition 1, ");
    }

    @Test
    void aWaivedPostmortemSaysWhy() {
        assertThat(markdown(history(new PostmortemWaived(INCIDENT, "nobody was hurt", TEN))))
                .contains("*Waived: nobody was hurt. All times are UTC.*");
    }

    @Test
    void aDraftThatNobodyTouchedHasNoManuscript() {
        assertThat(draft(history()).manuscript()).isNull();
    }

    @Test
    void aFalseAlarmWaitsForNoResolution() {
        String markdown = markdown(history(new IncidentMarkedFalseAlarm(INCIDENT, "a probe was down", null, TEN)));

        assertThat(markdown).contains("It was a false alarm: a probe was down.")
                .doesNotContain("Nobody has said yet that customers are fine again.");
    }

    private static AnswerId answer(int number) {
        return new AnswerId("W-%04d".formatted(number));
    }

    private static ActionItem actionItem(Event... votes) {
        History history = history(
                new ActionItemProposed(INCIDENT, ALERT, "Alert", ActionItemKind.DETECT, null, null, TEN));
        for (Event vote : votes) {
            history.then(vote);
        }
        return draft(history).actionItems().getFirst();
    }

    private static ActionItemVoteCast vote(String voter, int score) {
        return new ActionItemVoteCast(INCIDENT, ALERT, voter, score, null, TEN);
    }

    private static History history(Event... events) {
        History history = History.of(new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.ENGINEER, null), null, null, false, TEN));
        for (Event event : events) {
            history.then(event);
        }
        return history;
    }

    private static Postmortem draft(History history) {
        return Drafts.of(history);
    }

    private static String markdown(History history) {
        return Drafts.markdown(history);
    }
}
