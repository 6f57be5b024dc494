package dev.andon.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.replay.Step.Change;
import dev.andon.query.situation.Situation;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final FindingId POOL = new FindingId("F-0001");
    private static final RollbackId ROLLBACK = new RollbackId("RB-0001");

    @Test
    void aHypothesisIsLiveUntilTheStepThatRulesItOutAndIsNamedThere() {
        List<Step> steps = replay(
                declared(),
                suspected(POOL, "the pool"),
                new HypothesisAssessed(INCIDENT, POOL, Verdict.SUPPORTED, "it is full", TEN),
                new HypothesisAssessed(INCIDENT, POOL, Verdict.RULED_OUT, "it is always full", TEN));

        assertThat(live(steps)).containsExactly(
                List.of(), List.of("the pool"), List.of("the pool"), List.of());
        assertThat(steps).extracting(Step::changed).last()
                .isEqualTo(List.of(new Change("hypothesis", "F-0001", "the pool", "SUPPORTED", "RULED_OUT")));
        assertThat(steps.get(1).entry().assessed()).as("nobody knew then").isNull();
    }

    @Test
    void aHypothesisThatIsConfirmedIsNoneAnyMore() {
        List<Step> steps = replay(
                declared(), suspected(POOL, "the pool"),
                new HypothesisAssessed(INCIDENT, POOL, Verdict.CONFIRMED, "it is", TEN));

        Situation end = Objects.requireNonNull(steps.getLast().situation());
        assertThat(end.hypotheses()).isEmpty();
        assertThat(end.confirmed()).extracting(Situation.Suspicion::text).containsExactly("the pool");
    }

    @Test
    void whatIsStruckOutIsGoneFromThatStepOn() {
        List<Step> steps = replay(
                declared(), suspected(POOL, "the pool"), new EntryRetracted(INCIDENT, 2, "a joke", TEN));

        assertThat(live(steps)).containsExactly(List.of(), List.of("the pool"), List.of());
        assertThat(steps.getLast().changed())
                .isEqualTo(List.of(new Change("hypothesis", "F-0001", "the pool", "OPEN", null)));
    }

    @Test
    void aTextIsCorrectedOnlyFromItsCorrectionOn() {
        List<Step> steps = replay(
                declared(), suspected(POOL, "the poll"),
                new EntryCorrected(INCIDENT, 2, "typing", "the pool", null, TEN));

        assertThat(steps.get(1).entry().summary()).isEqualTo("Suspected: the poll");
        assertThat(live(steps)).containsExactly(List.of(), List.of("the poll"), List.of("the pool"));
    }

    @Test
    void stepsTellWhoDoesWhatAndWhatIsUnderWay() {
        List<Step> steps = replay(
                declared(),
                new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", TEN),
                new RoleAssigned(INCIDENT, Role.SCRIBE, "carol", TEN),
                new RollbackStarted(
                        INCIDENT, ROLLBACK, null, new RolledBackChange("checkout", "2026.5", "pool", null), "worse",
                        TEN),
                new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.EFFECTIVE, null, TEN),
                new IncidentMitigated(INCIDENT, null, TEN));

        assertThat(steps).extracting(Step::changed).containsExactly(
                List.of(new Change("status", null, null, null, "OPEN"),
                        new Change("severity", null, null, null, "SEV2")),
                List.of(new Change("role", "SCRIBE", null, null, "bob")),
                List.of(new Change("role", "SCRIBE", null, "bob", null),
                        new Change("role", "SCRIBE", null, null, "carol")),
                List.of(new Change("rollback", "RB-0001", "checkout 2026.5", null, "UNDER_WAY")),
                List.of(new Change("rollback", "RB-0001", "checkout 2026.5", "UNDER_WAY", "EFFECTIVE")),
                List.of(new Change("status", null, null, "OPEN", "MITIGATED")));
        assertThat(Objects.requireNonNull(steps.getLast().situation()).status()).isEqualTo(IncidentStatus.MITIGATED);
        assertThat(steps).extracting(Step::remaining).containsExactly(5, 4, 3, 2, 1, 0);
    }

    @Test
    void everyStepKnowsWhatTheTimelineKnewAtItsPosition() {
        for (History history : List.of(Sample.gitlab(), Sample.operationallyExcellentTeam())) {
            for (Step step : Objects.requireNonNull(Replay.of(history.entries()).collectList().block())) {
                var viewpoint = new Viewpoint(step.position(), TEN, null);
                Timeline then = history.timeline(viewpoint);

                assertThat(step.situation())
                        .isEqualTo(Incident.of(then, null).map(incident -> Situation.of(incident, then)).orElse(null));
                assertThat(step.entry()).isEqualTo(line(then, step.position()));
            }
        }
    }

    @Test
    void anHourTakesAMinuteButNobodyWaitsForADay() {
        assertThat(Pace.pause(TEN, TEN.plusSeconds(120), 60)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.pause(TEN, TEN.plus(Duration.ofDays(1)), 60)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Pace.pause(TEN, TEN.minusSeconds(60), 60)).isEqualTo(Duration.ZERO);
    }

    private static TimelineDocument.Line line(Timeline timeline, long position) {
        return TimelineDocument.lines(timeline, timeline.entries()).stream()
                .filter(line -> line.position() == position)
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> live(List<Step> steps) {
        return steps.stream()
                .map(step -> Objects.requireNonNull(step.situation()).hypotheses().stream()
                        .map(Situation.Suspicion::text)
                        .toList())
                .toList();
    }

    private static List<Step> replay(IncidentEvent... events) {
        List<Entry> entries = History.of(events).entries();
        return Objects.requireNonNull(Replay.of(entries).collectList().block());
    }

    private static IncidentDeclared declared() {
        return new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), null, null, false, TEN);
    }

    private static FindingAdded suspected(FindingId id, String text) {
        return new FindingAdded(
                INCIDENT, id, FindingKind.HYPOTHESIS, text, null, null, List.of(), null, null, Visibility.INTERNAL,
                TEN);
    }
}
