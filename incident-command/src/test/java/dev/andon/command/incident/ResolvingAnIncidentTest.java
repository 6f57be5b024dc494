package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.event.IncidentResolved;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolvingAnIncidentTest {

    private final RuleFixture rule = RuleFixture.of(new ResolvingAnIncident());

    @Test
    void anOpenIncidentIsResolvedNow() {
        rule.given(declared()).when(resolve(null, null)).records(new IncidentResolved(INCIDENT, "Fixed", null, NOW));
    }

    @Test
    void aMitigatedIncidentIsResolvedWhenItWasAndTheHarmMayHaveEndedEarlier() {
        rule.given(declared(), mitigated())
                .when(resolve(NOW.minusSeconds(60), EARLIER))
                .records(new IncidentResolved(INCIDENT, "Fixed", EARLIER, NOW.minusSeconds(60)));
    }

    @Test
    void theHarmCannotEndBeforeItStarted() {
        rule.given(declared()).when(resolve(null, EARLIER.minusSeconds(1))).isInvalidAt("/impactEndedAt");
    }

    @Test
    void anIncidentIsResolvedOnce() {
        rule.given(declared(), resolved())
                .when(resolve(null, null))
                .isRefused(
                        Refusal.INCIDENT_ALREADY_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.RESOLVED));
    }

    private static ResolveIncident resolve(@Nullable Instant occurredAt, @Nullable Instant impactEndedAt) {
        return new ResolveIncident(INCIDENT, "Fixed", occurredAt, impactEndedAt);
    }
}
