package dev.andon.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.query.History;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.http.Format;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.ProblemHistory;
import dev.andon.query.text.DisplayZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What was published stays as it was, and what people wrote is told what was recorded since. */
class PublishedPostmortemTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final IncidentId OTHER = new IncidentId("INC-2");
    private static final ProblemId PROBLEM = new ProblemId("PRB-1");
    private static final FindingId FINDING = new FindingId("F-0001");
    private static final ActionItemId ALERT = ActionItemId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final History history = History.of(
            declared(INCIDENT),
            new RoleAssigned(INCIDENT, Role.RESPONDER, "bob", TEN),
            finding(FINDING, "The cache is cold"),
            new ProblemOpened(PROBLEM, "Cold caches", List.of("checkout"), null, TEN),
            new IncidentLinkedToProblem(PROBLEM, INCIDENT, TEN),
            new ActionItemProposed(INCIDENT, ALERT, "Alert", ActionItemKind.DETECT, "bob", null, TEN),
            new IncidentResolved(INCIDENT, "warmed up", null, TEN),
            new PostmortemPublished(INCIDENT, 1, TEN));

    @Test
    void whateverIsRecordedLaterAPublishedDocumentStaysTheSameInEveryFormat() {
        List<byte[]> published = everyFormat(1);

        // Each of these would show if the document were made anew.
        for (Event later : List.of(
                new EntryCorrected(INCIDENT, 3, "it was another cache", "The other cache is cold", null, TEN),
                new EntryRetracted(INCIDENT, 3, "not at all", TEN),
                new EntryCorrected(INCIDENT, 1, "spelling", "Checkout is slow", null, TEN),
                new EntryRetracted(INCIDENT, 5, "another cause", TEN),
                new HypothesisAssessed(INCIDENT, FINDING, Verdict.CONFIRMED, "seen", TEN),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", TEN.minusSeconds(60)),
                new ActionItemCompleted(INCIDENT, ALERT, "done", TEN),
                new ProblemFixed(PROBLEM, "bigger cache", null, TEN.plusSeconds(60)),
                declared(OTHER),
                new IncidentLinkedToProblem(PROBLEM, OTHER, TEN),
                new IncidentReopened(INCIDENT, "it is back", TEN),
                new PostmortemSectionWritten(INCIDENT, PostmortemSection.SUMMARY, 1, "bob", "All new", TEN),
                new EntryCorrected(INCIDENT, 8, "it was earlier", null, TEN.minusSeconds(3600), TEN),
                new PostmortemPublished(INCIDENT, 2, TEN))) {
            history.then(later);
            assertThat(everyFormat(1)).as("after " + later)
                    .usingElementComparator(java.util.Arrays::compare)
                    .containsExactlyElementsOf(published);
        }
        assertThat(new String(everyFormat(2).get(1))).contains("edition 2", "All new", "Checkout is slow");
    }

    @Test
    void theDraftOfAReopenedIncidentSaysWhatItFollows() {
        history.then(new IncidentReopened(INCIDENT, "it is back", TEN));

        assertThat(Drafts.markdown(history)).contains("*A draft of what follows edition 1, ");
    }

    @Test
    void aPastPostmortemKnowsOfNoLaterEdition() {
        assertThat(Edition.in(Drafts.entries(history), new Viewpoint(7, TEN, null))).isEmpty();
        assertThat(Edition.in(Drafts.entries(history), new Viewpoint(8, TEN, TEN.minusSeconds(1)))).isEmpty();
        assertThat(Edition.in(Drafts.entries(history), new Viewpoint(8, TEN, null)))
                .extracting(Edition::number).containsExactly(1);
    }

    @Test
    void whoWroteASectionIsToldOfNewerEventsThatItIsMadeFrom() {
        History draft = History.of(
                declared(INCIDENT),
                new PostmortemSectionWritten(
                        INCIDENT, PostmortemSection.HYPOTHESES, 1, "bob", "We suspected *nothing*.", TEN),
                finding(FINDING, "The cache is cold"),
                new RoleAssigned(INCIDENT, Role.RESPONDER, "carol", TEN),
                new HypothesisAssessed(INCIDENT, FINDING, Verdict.RULED_OUT, "warm", TEN),
                new EntryRetracted(INCIDENT, 5, "too early", TEN),
                new EntryRetracted(INCIDENT, 6, "no, it was right", TEN));

        assertThat(written(draft).newerEvents()).containsExactly(3L, 5L, 6L, 7L);
        assertThat(written(draft).differs()).isTrue();
        assertThat(Drafts.markdown(draft)).contains(
                """
                        We suspected *nothing*.

                        *bob wrote this on 2 March 2026, 10:00. There are 4 newer events: 3, 5, 6 and 7; what is made from events \
                        says more by now.*
                        """);
    }

    @Test
    void newerEventsThatChangeNothingAreNamedAsThat() {
        History draft = History.of(
                declared(INCIDENT),
                finding(FINDING, "The cache is cold"),
                new PostmortemSectionWritten(INCIDENT, PostmortemSection.HYPOTHESES, 1, "bob", "One.", TEN),
                new HypothesisAssessed(INCIDENT, FINDING, Verdict.RULED_OUT, "warm", TEN),
                new EntryRetracted(INCIDENT, 4, "too early", TEN));

        assertThat(written(draft).newerEvents()).containsExactly(4L, 5L);
    }

    private static Manuscript.Written written(History draft) {
        return Objects.requireNonNull(Drafts.of(draft).manuscript()).sections().getFirst();
    }

    private List<byte[]> everyFormat(int number) {
        var entries = Drafts.entries(history);
        Edition edition = Edition.in(entries, Drafts.present(history)).get(number - 1);
        var formats = new ArrayList<byte[]>();
        for (boolean blameless : List.of(false, true)) {
            var draft = PostmortemDocument.of(
                    entries, edition.viewpoint(), ProblemHistory.problemsIn(history, edition.viewpoint()), number,
                    blameless, DisplayZone.UTC);
            for (Format format : DocumentWriter.FORMATS) {
                formats.add(Objects.requireNonNull(
                        Drafts.WRITER.write(format, () -> draft).block()).body());
            }
        }
        return formats;
    }

    private static IncidentDeclared declared(IncidentId incident) {
        return new IncidentDeclared(
                incident, "Checkout fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.ENGINEER, null), null, null, false, TEN);
    }

    private static FindingAdded finding(FindingId id, String text) {
        return new FindingAdded(
                INCIDENT, id, FindingKind.HYPOTHESIS, text, null, null, List.of(), null, null, Visibility.INTERNAL,
                TEN);
    }
}
