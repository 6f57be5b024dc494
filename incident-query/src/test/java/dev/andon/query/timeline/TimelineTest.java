package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Role;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.query.History;
import dev.andon.query.readmodel.DocumentKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final FindingId SPAM = new FindingId("F-0001");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void entriesAreOrderedByWhenTheyHappenedAndThenByPosition() {
        Timeline timeline = History.of(
                observed("third", TEN.plusSeconds(60)), observed("first", TEN), observed("second", TEN)).timeline();

        assertThat(timeline.entries()).extracting(TimelineEntry::id).containsExactly(2L, 3L, 1L);
    }

    @Test
    void aCorrectionReplacesTextAndTimeAndShowsBoth() {
        Timeline timeline = History.of(
                observed("db1 is slow", TEN),
                new EntryCorrected(INCIDENT, 1, "wrong host", "db2 is slow", TEN.minusSeconds(300),
                        TEN.plusSeconds(60)))
                .timeline();

        TimelineEntry<FindingAdded> entry = timeline.standing(FindingAdded.class).getFirst();
        assertThat(entry.event().text()).isEqualTo("db2 is slow");
        assertThat(entry.occurredAt()).isEqualTo(TEN.minusSeconds(300));
        assertThat(entry.corrections()).containsExactly(new TimelineEntry.Correction(
                History.ALICE, TEN.plusSeconds(60), "wrong host",
                new TimelineEntry.Replacement<>("db1 is slow", "db2 is slow"),
                new TimelineEntry.Replacement<>(TEN, TEN.minusSeconds(300))));
        assertThat(((FindingAdded) entry.recorded().event()).text()).isEqualTo("db1 is slow");
    }

    @Test
    void aSecondCorrectionReplacesWhatTheFirstSaid() {
        Timeline timeline = History.of(
                observed("one", TEN),
                new EntryCorrected(INCIDENT, 1, "typing error", "two", null, TEN),
                new EntryCorrected(INCIDENT, 1, "again", "three", null, TEN)).timeline();

        TimelineEntry<FindingAdded> entry = timeline.standing(FindingAdded.class).getFirst();
        assertThat(entry.event().text()).isEqualTo("three");
        assertThat(entry.corrections()).extracting(TimelineEntry.Correction::text).containsExactly(
                new TimelineEntry.Replacement<>("one", "two"), new TimelineEntry.Replacement<>("two", "three"));
    }

    @Test
    void aCorrectionThatWasRetractedChangesNothing() {
        Timeline timeline = History.of(
                observed("as it was", TEN),
                new EntryCorrected(INCIDENT, 1, "mistaken", "other", null, TEN),
                new EntryRetracted(INCIDENT, 2, "it was right before", TEN)).timeline();

        TimelineEntry<FindingAdded> entry = timeline.standing(FindingAdded.class).getFirst();
        assertThat(entry.event().text()).isEqualTo("as it was");
        assertThat(entry.corrections()).isEmpty();
    }

    @Test
    void anEntryWithoutWordsOfItsOwnKeepsWhatItSays() {
        Timeline timeline = History.of(
                new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", TEN),
                new EntryCorrected(INCIDENT, 1, "say why", "because he was free", null, TEN)).timeline();

        TimelineEntry<RoleAssigned> entry = timeline.standing(RoleAssigned.class).getFirst();
        assertThat(entry.event().assignee()).isEqualTo("bob");
        assertThat(entry.corrections()).extracting(TimelineEntry.Correction::text)
                .containsExactly(new TimelineEntry.Replacement<>(null, "because he was free"));
    }

    @Test
    void aRetractedEntryStaysAndNoLongerStands() {
        Timeline timeline = History.of(
                observed("rumour", TEN), new EntryRetracted(INCIDENT, 1, "nobody saw it", TEN)).timeline();

        assertThat(timeline.of(FindingAdded.class)).hasSize(1);
        assertThat(timeline.standing(FindingAdded.class)).isEmpty();
        assertThat(timeline.of(FindingAdded.class).getFirst().retraction())
                .isEqualTo(new TimelineEntry.Retraction(History.ALICE, TEN, "nobody saw it"));
    }

    @Test
    void aRetractionThatWasRetractedStrikesOutNothing() {
        Timeline timeline = History.of(
                observed("true after all", TEN),
                new EntryRetracted(INCIDENT, 1, "nobody saw it", TEN),
                new EntryRetracted(INCIDENT, 2, "somebody did", TEN)).timeline();

        assertThat(timeline.standing(FindingAdded.class)).hasSize(1);
        assertThat(timeline.of(EntryRetracted.class).getFirst().standing()).isFalse();
    }

    @Test
    void aHypothesisShowsItsLatestVerdict() {
        Timeline timeline = History.of(
                suspected(TEN),
                new HypothesisAssessed(INCIDENT, SPAM, Verdict.SUPPORTED, "it looks like it", TEN.plusSeconds(60)),
                new HypothesisAssessed(INCIDENT, SPAM, Verdict.RULED_OUT, "it was the job", TEN.plusSeconds(120)))
                .timeline();

        assertThat(timeline.standing(FindingAdded.class).getFirst().assessment()).isEqualTo(
                new TimelineEntry.Assessment(
                        Verdict.RULED_OUT, History.ALICE, TEN.plusSeconds(120), "it was the job"));
    }

    @Test
    void aVerdictThatWasRetractedNoLongerCounts() {
        Timeline timeline = History.of(
                suspected(TEN),
                new HypothesisAssessed(INCIDENT, SPAM, Verdict.RULED_OUT, "wrong window", TEN),
                new EntryRetracted(INCIDENT, 2, "I looked at the wrong day", TEN)).timeline();

        assertThat(timeline.standing(FindingAdded.class).getFirst().assessment()).isNull();
    }

    @Test
    void aPinnedEntryIsAKeyMomentOfTheLatestPhaseUntilItIsUnpinned() {
        History history = History.of(
                observed("it began", TEN), new EntryPinned(INCIDENT, 1, Phase.DETECTION, TEN),
                new EntryPinned(INCIDENT, 1, Phase.DIAGNOSIS, TEN));
        assertThat(history.timeline().of(FindingAdded.class).getFirst().pinned()).isEqualTo(Phase.DIAGNOSIS);

        history.then(new EntryUnpinned(INCIDENT, 1, TEN));

        assertThat(history.timeline().of(FindingAdded.class).getFirst().pinned()).isNull();
    }

    @Test
    void aMergerIsToldOnBothTimelinesAndACheckInDuringNoIncidentOnNone() {
        History history = History.of(
                new IncidentMerged(INCIDENT, IncidentId.of(2), null, TEN),
                new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, TEN));

        assertThat(history.documents(new TimelineProjection())).containsOnlyKeys(
                DocumentKey.numbered("INC-1", 1), DocumentKey.numbered("INC-2", 1));
    }

    @Test
    void aTimelineOfThePastIsMadeOfThePastsEntriesAlone() {
        History history = History.of(
                observed("db1 is slow", TEN),
                new EntryCorrected(INCIDENT, 1, "wrong host", "db2 is slow", null, TEN.plusSeconds(60)));
        List<Entry> known = history.documents(new TimelineProjection()).values().stream()
                .filter(entry -> entry.position() <= 1)
                .toList();

        assertThat(Timeline.of(known).standing(FindingAdded.class).getFirst().event().text()).isEqualTo("db1 is slow");
    }

    @Test
    void eachEventOfAnIncidentIsOneDocumentOfItsGroup() {
        History history = History.of(observed("one", TEN), observed("two", TEN));

        assertThat(history.documents(new TimelineProjection())).containsOnlyKeys(
                DocumentKey.numbered("INC-1", 1), DocumentKey.numbered("INC-1", 2));
    }

    private static FindingAdded observed(String text, Instant at) {
        return finding(FindingKind.OBSERVATION, text, at);
    }

    private static FindingAdded suspected(Instant at) {
        return finding(FindingKind.HYPOTHESIS, "spam alone", at);
    }

    private static FindingAdded finding(FindingKind kind, String text, Instant at) {
        return new FindingAdded(
                INCIDENT, SPAM, kind, text, null, null, List.of(), null, null, Visibility.INTERNAL, at);
    }
}
