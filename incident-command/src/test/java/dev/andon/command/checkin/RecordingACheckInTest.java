package dev.andon.command.checkin;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.RecordCheckIn;
import dev.andon.kernel.event.CheckInRecorded;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingACheckInTest {

    private static final Map<String, Double> METRICS = Map.of("orders per minute", 17.5);

    private final RuleFixture rule = RuleFixture.of(new RecordingACheckIn());

    @Test
    void whoeverIsOnStandbyChecksInWhenNothingIsWrong() {
        rule.given()
                .when(new RecordCheckIn(null, "checkout", Health.GREEN, METRICS, "quiet", null))
                .records(new CheckInRecorded(null, "checkout", Health.GREEN, METRICS, "quiet", NOW));
    }

    @Test
    void aCheckInDuringAnIncidentIsPartOfIt() {
        rule.given(declared(), resolved())
                .when(new RecordCheckIn(INCIDENT, "checkout", Health.RED, Map.of(), null, EARLIER))
                .records(new CheckInRecorded(INCIDENT, "checkout", Health.RED, Map.of(), null, EARLIER));
    }

    @Test
    void anUnknownIncidentIsNotFound() {
        rule.given()
                .when(new RecordCheckIn(INCIDENT, "checkout", Health.RED, Map.of(), null, null))
                .isNotFound("There is no incident INC-42");
    }

    @Test
    void nobodyChecksInToWhatHasEnded() {
        rule.given(declared(), falseAlarm())
                .when(new RecordCheckIn(INCIDENT, "checkout", Health.RED, Map.of(), null, null))
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }
}
