package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.event.IncidentReopened;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReopeningAnIncidentTest {

    private final RuleFixture rule = RuleFixture.of(new ReopeningAnIncident());

    @Test
    void aResolvedIncidentIsReopened() {
        rule.given(declared(), resolved())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(new IncidentReopened(INCIDENT, "It is back", NOW));
    }

    @Test
    void anIncidentIsReopenedAsOftenAsItIsResolved() {
        rule.given(declared(), resolved(), reopened(), resolved())
                .when(new ReopenIncident(INCIDENT, "Again", EARLIER))
                .records(new IncidentReopened(INCIDENT, "Again", EARLIER));
    }

    @Test
    void anOpenIncidentIsNotReopened() {
        rule.given(declared())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_NOT_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.OPEN));
    }

    @Test
    void aMitigatedIncidentIsStillGoingOn() {
        rule.given(declared(), mitigated())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_NOT_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MITIGATED));
    }

    @Test
    void whatIsClosedIsReopened() {
        rule.given(declared(), resolved(), closed())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(new IncidentReopened(INCIDENT, "It is back", NOW));
    }

    @Test
    void aFalseAlarmMayTurnOutToHaveBeenNone() {
        rule.given(declared(), falseAlarm())
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(new IncidentReopened(INCIDENT, "Customers call", NOW));
    }

    @Test
    void whatWasMergedIsReopenedWhereItWentOn() {
        rule.given(declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
    }
}
