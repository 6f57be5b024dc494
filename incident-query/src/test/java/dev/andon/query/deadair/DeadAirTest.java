package dev.andon.query.deadair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.History;
import dev.andon.query.chronicles.ChroniclesProjection;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.FollowUpProjection;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.CheckIn;
import dev.andon.query.services.Service;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadAirTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void silenceIsNamedWithWhatShouldHaveBeenSaidAndWhen() {
        DeadAir report = report(
                120, declared(false), update(), started(), owner(), decision(), checkIn());

        assertThat(report.missedCheckIns()).containsExactly(new DeadAir.MissedCheckIn(
                "checkout", Duration.ofMinutes(30), minutes(10), minutes(40), 3, 7));
        assertThat(report.overdueUpdates()).extracting(DeadAir.OverdueUpdate::entryId).containsExactly(3L);
        assertThat(report.rollbacksWithoutOutcome()).singleElement()
                .satisfies(rollback -> assertThat(rollback.longerThanPlanned()).isTrue());
        assertThat(report.stalledFiveWhys()).singleElement()
                .satisfies(whys -> assertThat(whys.overdue()).isFalse());
        assertThat(report.forgottenDecisions()).extracting(DeadAir.ForgottenDecision::decision)
                .containsExactly("Wait for the cache");
    }

    @Test
    void whatIsDueIsNoSilenceUntilItsTimeHasPassed() {
        DeadAir report = report(20, declared(false), update(), decision(), checkIn());

        assertThat(report.nothing()).isTrue();
        assertThat(DeadAirMarkdown.document(report, DisplayZone.UTC)).contains("There is none");
    }

    @Test
    void nobodyIsWaitingForTheNextWordOnWhatIsOver() {
        DeadAir report = report(
                45, declared(false), update(), new IncidentResolved(INCIDENT, "Restarted", null, minutes(40)));

        assertThat(report.overdueUpdates()).isEmpty();
    }

    @Test
    void aDrillIsNoSilence() {
        assertThat(report(20, declared(true), update(), started(), owner(), decision(), checkIn()).nothing()).isTrue();
    }

    @Test
    void aServiceThatNobodyEverLookedAtIsSilentSinceItWasRegistered() {
        assertThat(report(61).missedCheckIns()).containsExactly(new DeadAir.MissedCheckIn(
                "checkout", Duration.ofMinutes(30), null, minutes(30), 2, 1));
    }

    @Test
    void whatPeopleWroteCannotBecomeAHeadingOfTheReport() {
        DeadAir report = report(120, declared(false), update(), decision());

        assertThat(DeadAirMarkdown.document(report, DisplayZone.UTC))
                .contains("\\# Checkout fails", "Overdue updates", "was to hear more by 2 March 2026, 10:30; entry 3");
    }

    private static DeadAir report(int now, Event... events) {
        History history = History.of(
                new ServiceRegistered("checkout", null, null, null, Duration.ofMinutes(30), TEN));
        List.of(events).forEach(history::then);
        var viewpoint = new Viewpoint(Long.MAX_VALUE, minutes(now), null);
        var chronicles = history.documents(new ChroniclesProjection());
        Optional<CheckIn> last = chronicles.values().stream()
                .flatMap(chronicle -> CheckIn.in(chronicle).stream())
                .findFirst();
        Service service = Service.of(
                chronicles.entrySet().stream()
                        .filter(entry -> entry.getKey().equals(Kind.SERVICES.named("checkout")))
                        .findFirst()
                        .orElseThrow()
                        .getValue(),
                last);
        List<FollowUp> followUps = history.documents(new FollowUpProjection()).values().stream()
                .flatMap(document -> FollowUp.of(document, viewpoint).stream())
                .toList();
        return DeadAir.of(List.of(service), followUps, viewpoint.now(), history.recorded().size());
    }

    private static IncidentDeclared declared(boolean drill) {
        return new IncidentDeclared(
                INCIDENT, "# Checkout fails", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, drill, TEN);
    }

    private static StakeholderUpdatePosted update() {
        return new StakeholderUpdatePosted(INCIDENT, "board", "We are at it", null, minutes(30), minutes(1));
    }

    private static RollbackStarted started() {
        return new RollbackStarted(
                INCIDENT, new RollbackId("RB-1111"), null,
                new RolledBackChange("checkout", "2026.5", "Pool", Duration.ofMinutes(20)), "It hurts", minutes(2));
    }

    private static FiveWhysOwnerAssigned owner() {
        return new FiveWhysOwnerAssigned(INCIDENT, "bob", minutes(300), minutes(3));
    }

    private static FindingAdded decision() {
        return new FindingAdded(
                INCIDENT, new FindingId("F-1111"), FindingKind.DECISION, "Wait for the cache", null, null, List.of(),
                null, minutes(25), Visibility.INTERNAL, minutes(4));
    }

    private static CheckInRecorded checkIn() {
        return new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, minutes(10));
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
