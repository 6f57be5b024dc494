package dev.andon.query.incidents;

import static dev.andon.query.incidents.IncidentEvents.INCIDENT;
import static dev.andon.query.incidents.IncidentEvents.declared;
import static dev.andon.query.incidents.IncidentEvents.incident;
import static dev.andon.query.incidents.IncidentEvents.minutes;
import static dev.andon.query.incidents.IncidentEvents.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.query.History;
import dev.andon.query.Sample;
import dev.andon.query.readmodel.DocumentKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentTest {

    @Test
    void anIncidentIsOpenAndAsBadAsItWasDeclared() {
        Incident incident = incident(declared(minutes(-30)));

        assertThat(incident.status()).isEqualTo(IncidentStatus.OPEN);
        assertThat(incident.severity()).isEqualTo(Severity.SEV3);
        assertThat(incident.detectionGap()).isTrue();
        assertThat(incident.version()).isEqualTo(1);
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
}
