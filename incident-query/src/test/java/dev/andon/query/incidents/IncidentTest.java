package dev.andon.query.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import dev.andon.kernel.Role;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.readmodel.DocumentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void anIncidentIsOpenAndAsBadAsItWasDeclared() {
        Incident incident = incident(declared(minutes(-30)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(incident.severity()).isEqualTo(Severity.SEV3);
        assertThat(incident.detectionGap()).isTrue();
        assertThat(incident.version()).isEqualTo(1);
    }

    @Test
    void aLengthSaysFromWhenToWhenItIsAndWhichEntriesSaySo() {
        Figure figure = incident(
                declared(null),
                impact(minutes(-5), null),
                new IncidentMitigated(INCIDENT, null, minutes(4))).durations().timeToMitigate();

        assertThat(figure).isEqualTo(new Figure(
                Figure.State.RECORDED, Duration.ofMinutes(9),
                "From the start of the impact (2 March 2026, 09:55) to the mitigation (2 March 2026, 10:04).",
                List.of(2L, 3L)));
    }

    @Test
    void whatNobodyCanRecordAnyMoreIsNotPending() {
        Figure figure = incident(
                declared(null),
                new IncidentMarkedFalseAlarm(INCIDENT, "A test", null, minutes(1))).durations().timeToResolve();

        assertThat(figure.state()).isEqualTo(Figure.State.NOT_APPLICABLE);
        assertThat(figure.reason()).isEqualTo("It was a false alarm, and no start of the impact is recorded.");
    }

    @Test
    void severityRolesAndStatusFollowTheirEvents() {
        Incident incident = incident(
                declared(null),
                new SeverityChanged(INCIDENT, Severity.SEV3, Severity.SEV1, null, minutes(1)),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", minutes(2)),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "carol", minutes(3)),
                new IncidentMitigated(INCIDENT, null, minutes(4)),
                new IncidentResolved(INCIDENT, "restarted", null, minutes(5)));

        assertThat(incident.severity()).isEqualTo(Severity.SEV1);
        assertThat(incident.roles())
                .containsExactly(new Incident.Holder(Role.INCIDENT_COMMANDER, "carol", minutes(3)));
        assertThat(incident.status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(incident.resolution()).isEqualTo("restarted");
    }

    @Test
    void whatWasReopenedIsOpenAndHasNoResolution() {
        Incident incident = incident(
                declared(minutes(-30)),
                new IncidentResolved(INCIDENT, "restarted", minutes(5), minutes(5)),
                new IncidentReopened(INCIDENT, "it came back", minutes(9)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(incident.resolvedAt()).isNull();
        assertThat(incident.durations().timeToResolve().value()).isNull();
        assertThat(incident.durations().timeToMitigate().value()).isNull();
    }

    @Test
    void durationsOfAnIncidentThatWasReopenedReachToItsLastEnd() {
        Incident incident = incident(
                declared(minutes(-30)),
                new IncidentMitigated(INCIDENT, null, minutes(3)),
                new IncidentResolved(INCIDENT, "restarted", null, minutes(5)),
                new IncidentReopened(INCIDENT, "it came back", minutes(9)),
                new IncidentMitigated(INCIDENT, null, minutes(20)),
                new IncidentResolved(INCIDENT, "repaired", null, minutes(30)));

        assertThat(incident.durations().timeToMitigate().value()).isEqualTo(Duration.ofMinutes(50));
        assertThat(incident.durations().timeToResolve().value()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void theImpactStartsWithTheEarliestThatAnybodySaid() {
        Incident incident = incident(
                declared(minutes(-30)), impact(minutes(-50), minutes(-40)), impact(minutes(-10), minutes(10)));

        assertThat(incident.durations().timeToDetect().value()).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void theFirstResponseIsTheEarliestThatIsNotOlderThanTheDeclaration() {
        Incident incident = incident(
                declared(null),
                observed("seen by a customer before", minutes(-20)),
                observed("looking at it", minutes(7)),
                observed("looked at it earlier, written down later", minutes(4)),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", minutes(12)));

        assertThat(incident.durations().timeToAcknowledge().value()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void withoutAMitigationTheEndOfTheImpactMitigates() {
        Incident told = incident(
                declared(minutes(-30)), new IncidentResolved(INCIDENT, "done", minutes(20), minutes(60)));
        Incident measured = incident(
                declared(minutes(-30)), impact(minutes(-30), minutes(15)),
                new IncidentResolved(INCIDENT, "done", null, minutes(60)));

        assertThat(told.durations().timeToMitigate().value()).isEqualTo(Duration.ofMinutes(50));
        assertThat(measured.durations().timeToMitigate().value()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void aDurationThatWouldBeNegativeIsLeftOutAndSaidToBe() {
        Incident incident = incident(declared(minutes(30)));

        assertThat(incident.durations().timeToDetect().value()).isNull();
        assertThat(incident.durations().timeToDetect().state()).isEqualTo(Figure.State.INVALID);
        assertThat(incident.durations().timeToDetect().reason()).startsWith(
                "The declaration (2 March 2026, 10:00) came before the start of the impact (2 March 2026, 10:30)");
        assertThat(incident.durations().timeToDetect().entryIds()).containsExactly(1L);
    }

    @Test
    void whatNobodyRecordedIsNotMadeUp() {
        Incident incident = incident(declared(null));

        assertThat(incident.durations().timeToDetect().value()).isNull();
        assertThat(incident.durations().timeToDetect()).isEqualTo(new Figure(
                Figure.State.PENDING, null, "No start of the impact is recorded yet.", List.of(1L)));
        assertThat(incident.durations().timeToAcknowledge().reason()).isEqualTo("No first response is recorded yet.");
    }

    @Test
    void anOpenWindowIsClosedByRecordingItAgain() {
        Incident incident = incident(
                declared(null), impact(minutes(-5), null), impact(minutes(-5), minutes(8)));

        assertThat(incident.impact()).hasSize(1);
        assertThat(incident.impact().getFirst().to()).isEqualTo(minutes(8));
    }

    @Test
    void anOpenWindowIsClosedByAResolutionThatSaysWhenTheImpactEnded() {
        Incident incident = incident(
                declared(null), impact(minutes(-5), null),
                new IncidentResolved(INCIDENT, "done", minutes(6), minutes(9)));

        assertThat(incident.impact().getFirst().to()).isEqualTo(minutes(6));
    }

    @Test
    void overlappingWindowsHurtOnce() {
        Incident incident = incident(
                declared(null), impact(minutes(0), minutes(10)), impact(minutes(2), minutes(4)),
                impact(minutes(8), minutes(15)), impact(minutes(20), minutes(21)));

        assertThat(new Impact(incident.impact()).total()).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void aCorrectedTimeMovesWhatIsMeasured() {
        Incident incident = incident(
                declared(minutes(-30)),
                new EntryCorrected(INCIDENT, 1, "the pager was earlier", null, minutes(-20), minutes(1)));

        assertThat(incident.declaredAt()).isEqualTo(minutes(-20));
        assertThat(incident.durations().timeToDetect().value()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aCorrectedTimeOfAnImpactMovesItsBeginning() {
        Incident incident = incident(
                declared(null), impact(minutes(-5), minutes(5)),
                new EntryCorrected(INCIDENT, 2, "it began before", null, minutes(-10), minutes(6)));

        assertThat(incident.impact().getFirst().from()).isEqualTo(minutes(-10));
        assertThat(incident.durations().timeToDetect().value()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aRetractedWindowHurtsNobody() {
        Incident incident = incident(
                declared(null), impact(minutes(-5), minutes(5)), new EntryRetracted(INCIDENT, 2, "a test", minutes(6)));

        assertThat(incident.impact()).isEmpty();
        assertThat(incident.durations().timeToDetect().value()).isNull();
    }

    @Test
    void theDocumentDoesNotGrowWithWhatPeopleObserve() {
        var history = History.of(declared(null));
        for (int i = 0; i < 1000; i++) {
            history.then(observed("another one", minutes(i)));
            history.then(
                    new EntryCorrected(INCIDENT, history.recorded().size(), "typing error", "one", null, minutes(i)));
        }

        IncidentDocument document = history.document(new IncidentsProjection(), DocumentKey.single("INC-1"));

        assertThat(document.deciding()).hasSize(1 + 3);
        assertThat(document.responses()).hasSize(3);
        assertThat(document.version()).isEqualTo(2001);
    }

    @Test
    void theDocumentTellsTheSameAsTheWholeTimeline() {
        for (History history : List.of(Sample.gitlab(), Sample.operationallyExcellentTeam())) {
            IncidentDocument document = history.document(new IncidentsProjection(), DocumentKey.single("INC-1"));
            var timeline = history.timeline();

            assertThat(Incident.of(document)).isEqualTo(Incident.of(timeline, timeline.version())).isPresent();
        }
    }

    @Test
    void aRoleThatWasGivenUpIsNobodys() {
        Incident incident = incident(
                declared(null),
                new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", minutes(1)),
                new RoleAssigned(INCIDENT, Role.SCRIBE, "carol", minutes(2)),
                new RoleReleased(INCIDENT, Role.SCRIBE, "carol", minutes(3)));

        assertThat(incident.roles()).isEmpty();
    }

    @Test
    void respondersAreMany() {
        Incident incident = incident(
                declared(null),
                new RoleAssigned(INCIDENT, Role.RESPONDER, "bob", minutes(1)),
                new RoleAssigned(INCIDENT, Role.RESPONDER, "carol", minutes(2)),
                new RoleAssigned(INCIDENT, Role.RESPONDER, "dave", minutes(3)),
                new RoleReleased(INCIDENT, Role.RESPONDER, "carol", minutes(4)));

        assertThat(incident.roles()).extracting(Incident.Holder::assignee).containsExactly("bob", "dave");
    }

    @Test
    void aClosedIncidentKeepsItsResolutionAndWhatWasLeftOpen() {
        var looseEnd = new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null);
        Incident incident = incident(
                declared(minutes(-30)),
                new IncidentResolved(INCIDENT, "restarted", null, minutes(5)),
                new IncidentClosed(INCIDENT, "no time", List.of(looseEnd), minutes(9)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(incident.resolution()).isEqualTo("restarted");
        assertThat(incident.durations().timeToResolve().value()).isEqualTo(Duration.ofMinutes(35));
        assertThat(incident.closure()).isEqualTo(new Incident.Closure(minutes(9), "no time", List.of(looseEnd)));
    }

    @Test
    void whatWasClosedAndReopenedIsOpen() {
        Incident incident = incident(
                declared(null),
                new IncidentResolved(INCIDENT, "restarted", null, minutes(5)),
                new IncidentClosed(INCIDENT, null, List.of(), minutes(6)),
                new IncidentReopened(INCIDENT, "it came back", minutes(9)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(incident.closure()).isNull();
    }

    @Test
    void aFalseAlarmSaysWhyItWasNoneAndWhatItCost() {
        Incident incident = incident(
                declared(null), new IncidentMarkedFalseAlarm(INCIDENT, "a probe", "a night", minutes(9)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.FALSE_ALARM);
        assertThat(incident.falseAlarm()).isEqualTo(new Incident.FalseAlarm(minutes(9), "a probe", "a night"));
    }

    @Test
    void whatWasMergedSaysIntoWhichOneAndThatOneGoesOn() {
        var other = IncidentId.of(2);
        Incident merged = incident(declared(null), new IncidentMerged(INCIDENT, other, null, minutes(9)));
        Incident goingOn = incident(declared(null), new IncidentMerged(other, INCIDENT, null, minutes(9)));

        assertThat(merged.status()).isEqualTo(IncidentStatus.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(other);
        assertThat(goingOn.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(goingOn.mergedInto()).isNull();
        assertThat(goingOn.version()).isEqualTo(2);
    }

    @Test
    void aRunbookStepIsAResponse() {
        Incident incident = incident(
                declared(null),
                new RunbookStepExecuted(INCIDENT, RunbookId.of(1), 1, 1, "Failover", "Switch", null, minutes(3)));

        assertThat(incident.durations().timeToAcknowledge().value()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void anotherCallForHelpIsNoAnswerToTheFirst() {
        var seen = new FindingId("F-2222");
        Event[] pressedTwice = {
            declared(null), new FindingAdded(
                    INCIDENT, seen, FindingKind.OBSERVATION, "I cannot pay", null, null, List.of(), "checkout", null,
                    Visibility.INTERNAL, minutes(1)),
            new PanicButtonPressed(INCIDENT, "checkout", "carol", seen, "It is known already", minutes(1))
        };
        Event[] answered = Stream.concat(Stream.of(pressedTwice), Stream.of(observed("a full disk", minutes(5))))
                .toArray(Event[]::new);

        assertThat(incident(pressedTwice).durations().timeToAcknowledge().value()).isNull();
        assertThat(incident(answered).durations().timeToAcknowledge().value()).isEqualTo(Duration.ofMinutes(5));
        assertThat(
                Incident.of(History.of(answered).timeline(), 4L).orElseThrow().durations().timeToAcknowledge().value())
                .isEqualTo(Duration.ofMinutes(5));
    }

    private static Incident incident(Event... events) {
        IncidentDocument document = History.of(events).document(new IncidentsProjection(), DocumentKey.single("INC-1"));
        return Incident.of(document).orElseThrow();
    }

    private static IncidentDeclared declared(@Nullable Instant impactStartedAt) {
        return new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), impactStartedAt, null, false, TEN);
    }

    private static ImpactRecorded impact(Instant from, @Nullable Instant to) {
        return new ImpactRecorded(INCIDENT, List.of("checkout"), from, to, 100, null, from);
    }

    private static FindingAdded observed(String text, Instant at) {
        return new FindingAdded(
                INCIDENT, new FindingId("F-0001"), FindingKind.OBSERVATION, text, null, null, List.of(), null, null,
                Visibility.INTERNAL, at);
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
