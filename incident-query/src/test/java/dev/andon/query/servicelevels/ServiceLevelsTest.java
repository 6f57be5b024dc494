package dev.andon.query.servicelevels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.query.History;
import dev.andon.query.chronicles.ChroniclesProjection;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day of a thousand minutes in which checkout is promised 99 per cent, which leaves ten minutes to be lost. */
class ServiceLevelsTest {

    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TO = minutes(1000);

    @Test
    void whatOverlapsCountsOnceAcrossIncidentsAtItsWorst() {
        ServiceLevel level = level(
                declared(1, false), impact(1, 10, 20, 50), declared(2, false), impact(2, 15, 25, 100));

        assertThat(level.downtime()).isEqualTo(new Downtime(Duration.ofMinutes(15), Duration.ofSeconds(750)));
        assertThat(level.availability()).isEqualTo(new ServiceLevel.Availability(98.5, 98.75));
        assertThat(level.windows()).extracting(CountedWindow::entryIds).containsExactly(List.of(3L), List.of(5L));
    }

    @Test
    void theErrorBudgetIsWhatTheObjectiveInForceLeaves() {
        ServiceLevel level = level(declared(1, false), impact(1, 10, 14, 100));

        assertThat(level.objective()).isEqualTo(new ServiceLevel.Objective(99, AvailabilityPeriod.MONTH, 1));
        assertThat(level.errorBudget()).isEqualTo(new ServiceLevel.ErrorBudget(
                Duration.ofMinutes(10), Duration.ofMinutes(4), Duration.ofMinutes(6), 60.0, true));
    }

    @Test
    void aPromiseOfLaterIsNotHeldAgainstWhatWasBefore() {
        ServiceLevel level = level(
                declared(1, false), impact(1, 10, 14, 100),
                new ServiceRegistered("checkout", null, 99.999, null, null, minutes(2000)));

        assertThat(level.objective()).isNotNull().satisfies(objective -> assertThat(objective.percent()).isEqualTo(99));
    }

    @Test
    void anOpenWindowIsCountedUpToNowAndSaidToBe() {
        ServiceLevel level = level(500, Long.MAX_VALUE, declared(1, false), impact(1, 490, null, 100));

        assertThat(level.elapsed()).isEqualTo(Duration.ofMinutes(500));
        assertThat(level.downtime().unweighted()).isEqualTo(Duration.ofMinutes(10));
        assertThat(level.windows()).singleElement().satisfies(window -> {
            assertThat(window.open()).isTrue();
            assertThat(window.to()).isEqualTo(minutes(500));
        });
    }

    @Test
    void aWindowThatNobodyEndedThoughTheIncidentIsOverSaysSo() {
        ServiceLevel level = level(
                declared(1, false), impact(1, 990, null, 100),
                new IncidentResolved(IncidentId.of(1), "Restarted", null, minutes(995)));

        assertThat(level.windows().getFirst().note()).contains("record it again with its end");
    }

    @Test
    void drillsAndFalseAlarmsHurtNobody() {
        ServiceLevel level = level(
                declared(1, true), impact(1, 10, 20, 100), declared(2, false), impact(2, 30, 40, 100),
                new IncidentMarkedFalseAlarm(IncidentId.of(2), "A broken probe", null, minutes(50)),
                declared(3, false), impact(3, 60, 70, 100),
                new IncidentMerged(IncidentId.of(3), IncidentId.of(2), null, minutes(45)));

        assertThat(level.downtime()).isEqualTo(new Downtime(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void whatWasMergedIsNotDoubledAndEndsWithWhatItWentOnIn() {
        ServiceLevel level = level(
                declared(1, false), impact(1, 10, 20, 100), declared(2, false), impact(2, 10, null, 100),
                impact(2, 12, null, 100),
                new IncidentMerged(IncidentId.of(2), IncidentId.of(1), null, minutes(15)),
                new IncidentResolved(IncidentId.of(1), "Restarted", null, minutes(22)));

        assertThat(level.downtime().unweighted()).isEqualTo(Duration.ofMinutes(12));
        assertThat(level.windows()).hasSize(2).noneMatch(CountedWindow::open);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsSaidLoudlyAndNotCounted() {
        ServiceLevel level = level(
                declared(1, false), impact(1, 10, 20, 100),
                new EntryCorrected(IncidentId.of(1), 3, "It was later", null, minutes(30), minutes(40)));

        assertThat(level.downtime().unweighted()).isZero();
        assertThat(level.invalid()).singleElement()
                .satisfies(window -> assertThat(window.reason()).contains("correct entry 3 of INC-1"));
    }

    @Test
    void onlyWhatWasKnownThenIsCountedThen() {
        Event[] events = {declared(1, false), impact(1, 10, 20, 100), declared(2, false), impact(2, 30, 40, 100)};

        assertThat(level(1000, 4, events).downtime().unweighted()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aLongTimeWithAShortOutageIsNotWrittenAsAHundredPerCent() {
        assertThat(ServiceLevelsMarkdown.percent(99.99999)).isEqualTo("99.9999 %");
        assertThat(ServiceLevelsMarkdown.percent(100)).isEqualTo("100 %");
    }

    private static ServiceLevel level(Event... events) {
        return level(1000, Long.MAX_VALUE, events);
    }

    private static ServiceLevel level(int now, long position, Event... events) {
        History history = History.of(
                new ServiceRegistered("checkout", null, 99.0, AvailabilityPeriod.MONTH, null, FROM.minusSeconds(1)));
        List.of(events).forEach(history::then);
        var viewpoint = new Viewpoint(position, minutes(now), null);
        List<Incident> incidents = history.documents(new IncidentsProjection()).values().stream()
                .flatMap(document -> Incident.of(document, viewpoint).stream())
                .toList();
        Service service = Service.of(
                history.document(new ChroniclesProjection(), Kind.SERVICES.named("checkout")).at(viewpoint),
                Optional.empty());
        return ServiceLevels.Known
                .of(new ServiceLevel.Span(FROM, TO), viewpoint, List.of(service), incidents, "checkout")
                .services()
                .getFirst();
    }

    private static IncidentDeclared declared(int number, boolean drill) {
        return new IncidentDeclared(
                IncidentId.of(number), "It fails", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, drill, FROM);
    }

    private static ImpactRecorded impact(int number, int from, @Nullable Integer to, int percent) {
        return new ImpactRecorded(
                IncidentId.of(number), List.of("checkout"), minutes(from), to == null ? null : minutes(to), percent,
                null, minutes(from));
    }

    private static Instant minutes(int minutes) {
        return FROM.plus(Duration.ofMinutes(minutes));
    }
}
