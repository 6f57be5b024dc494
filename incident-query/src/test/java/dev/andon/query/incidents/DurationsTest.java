package dev.andon.query.incidents;

import static dev.andon.query.incidents.IncidentEvents.INCIDENT;
import static dev.andon.query.incidents.IncidentEvents.declared;
import static dev.andon.query.incidents.IncidentEvents.impact;
import static dev.andon.query.incidents.IncidentEvents.incident;
import static dev.andon.query.incidents.IncidentEvents.minutes;
import static dev.andon.query.incidents.IncidentEvents.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Role;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.query.History;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long it took, how long it hurt, and which entries say so. */
class DurationsTest {

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
}
