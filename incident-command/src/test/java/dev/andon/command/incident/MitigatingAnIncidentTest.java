package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.event.IncidentMitigated;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MitigatingAnIncidentTest {

    private final RuleFixture rule = RuleFixture.of(new MitigatingAnIncident());

    @Test
    void anOpenIncidentIsMitigated() {
        rule.given(declared())
                .when(new MitigateIncident(INCIDENT, "Traffic is shed", EARLIER))
                .records(new IncidentMitigated(INCIDENT, "Traffic is shed", EARLIER));
    }

    @Test
    void aReopenedIncidentIsMitigatedAgain() {
        rule.given(declared(), mitigated(), resolved(), reopened())
                .when(new MitigateIncident(INCIDENT, null, null))
                .records(new IncidentMitigated(INCIDENT, null, NOW));
    }

    @Test
    void anIncidentIsMitigatedOnce() {
        rule.given(declared(), mitigated())
                .when(new MitigateIncident(INCIDENT, null, null))
                .isRefused(
                        Refusal.INCIDENT_ALREADY_MITIGATED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MITIGATED));
    }

    @Test
    void aResolvedIncidentNeedsNoMitigation() {
        rule.given(declared(), resolved())
                .when(new MitigateIncident(INCIDENT, null, null))
                .isRefused(
                        Refusal.INCIDENT_ALREADY_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.RESOLVED));
    }
}
