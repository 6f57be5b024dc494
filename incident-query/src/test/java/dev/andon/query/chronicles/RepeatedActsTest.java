package dev.andon.query.chronicles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.query.History;
import dev.andon.query.readmodel.DocumentsInMemory;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedActsTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void aCheckInReadsAsItWasCorrected() {
        var history = History.of(checkIn("Slow", 0), corrected(1, "Slow for 3 %", null));

        assertThat(notes(history, Viewpoint.HINDSIGHT)).containsExactly("Slow for 3 %");
        assertThat(notes(history, at(1))).containsExactly("Slow");
    }

    @Test
    void aCheckInThatWasStruckOutIsNotTheLatestUntilThatIsTakenBack() {
        var history = History.of(
                checkIn("First", 0), checkIn("Second", 10), retracted(2), retracted(3), corrected(4, "Sure", null),
                retracted(4));

        assertThat(notes(history, at(2))).containsExactly("Second", "First");
        assertThat(notes(history, at(3))).containsExactly("First");
        assertThat(notes(history, at(5))).containsExactly("Second", "First");
        assertThat(notes(history, at(6))).containsExactly("First");
        assertThat(acts(history).latest(Kind.CHECK_INS, "checkout", 1, at(6)).collectList().block()).hasSize(1);
    }

    @Test
    void aCorrectionThatWasStruckOutDoesNotCount() {
        var history = History.of(checkIn("Slow", 0), corrected(1, "Down", null), retracted(2));

        assertThat(notes(history, Viewpoint.HINDSIGHT)).containsExactly("Slow");
    }

    @Test
    void aCheckInThatWasAtAnotherTimeIsFoundThereAndNowhereElse() {
        var history = History.of(checkIn("First", 0), checkIn("Second", 10), corrected(1, null, minutes(20)));

        assertThat(notes(history, at(2))).containsExactly("Second", "First");
        assertThat(notes(history, Viewpoint.HINDSIGHT)).containsExactly("First", "Second");
        assertThat(during(history, 15, 30, Viewpoint.HINDSIGHT)).containsExactly("First");
        assertThat(during(history, 0, 15, Viewpoint.HINDSIGHT)).containsExactly("Second");
        assertThat(during(history, 0, 15, at(2))).containsExactly("First", "Second");
    }

    @Test
    void whatPutsItRightIsKnownBeforeItHappenedButNotWhatWasDoneLater() {
        var history = History.of(
                checkIn("Slow", 0), checkIn("Fine", 10), corrected(1, "Slow for 3 %", null),
                corrected(2, null, minutes(40)));

        assertThat(notes(history, new Viewpoint(4, minutes(20), minutes(20)))).containsExactly("Slow for 3 %");
    }

    @Test
    void aStepOfARunbookIsToldInTheSameWay() {
        var history = History.of(step("Took ages", 0), step("Again", 5), corrected(1, "Took 2 minutes", null),
                retracted(2));

        assertThat(acts(history).latest(Kind.RUNBOOK_STEPS, "RBK-1", 50, Viewpoint.HINDSIGHT).collectList().block())
                .extracting(act -> act.opening(RunbookStepExecuted.class).event().note())
                .containsExactly("Took 2 minutes");
    }

    @Test
    void aCorrectionOfAnythingElseIsNoCheckIn() {
        var projection = new ChroniclesProjection();
        var documents = History.of(corrected(7, "Other", null)).documents(projection);

        assertThat(documents).containsOnlyKeys(Kind.AMENDMENTS.numbered(7));
        assertThat(documents.values()).allSatisfy(it -> assertThat(projection.indexOf(it)).isEmpty());
    }

    private static List<@Nullable String> notes(History history, Viewpoint viewpoint) {
        return notes(acts(history).latest(Kind.CHECK_INS, "checkout", 50, viewpoint).collectList().block());
    }

    private static List<@Nullable String> during(History history, int from, int to, Viewpoint viewpoint) {
        return notes(acts(history).during(Kind.CHECK_INS, "checkout", minutes(from), minutes(to), viewpoint)
                .collectList().block());
    }

    private static List<@Nullable String> notes(@Nullable List<Chronicle> acts) {
        return Objects.requireNonNull(acts).stream()
                .<@Nullable String>map(act -> act.opening(CheckInRecorded.class).event().note())
                .toList();
    }

    private static RepeatedActs acts(History history) {
        return new Chronicles(DocumentsInMemory.of(new ChroniclesProjection(), history)).acts();
    }

    private static Viewpoint at(long position) {
        return new Viewpoint(position, minutes(600), null);
    }

    private static CheckInRecorded checkIn(String note, int minute) {
        return new CheckInRecorded(INCIDENT, "checkout", Health.AMBER, Map.of(), note, minutes(minute));
    }

    private static RunbookStepExecuted step(String note, int minute) {
        return new RunbookStepExecuted(INCIDENT, RunbookId.of(1), 1, 1, "Restart", "Restart it", note, minutes(minute));
    }

    private static Event corrected(long entry, @Nullable String text, @Nullable Instant happenedAt) {
        return new EntryCorrected(INCIDENT, entry, "Looked again", text, happenedAt, minutes(60));
    }

    private static Event retracted(long entry) {
        return new EntryRetracted(INCIDENT, entry, "Wrong service", minutes(70));
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
