package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.ChangeSeverity;
import dev.andon.kernel.event.SeverityChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangingTheSeverityTest {

    private final RuleFixture rule = RuleFixture.of(new ChangingTheSeverity());

    @Test
    void theSeverityChangesFromWhatItWasDeclaredAs() {
        rule.given(declared())
                .when(new ChangeSeverity(INCIDENT, Severity.SEV1, "It spreads", null))
                .records(new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV1, "It spreads", NOW));
    }

    @Test
    void theSeverityChangesFromWhatItLastChangedTo() {
        rule.given(declared(), new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV4, null, EARLIER))
                .when(new ChangeSeverity(INCIDENT, Severity.SEV2, null, EARLIER))
                .records(new SeverityChanged(INCIDENT, Severity.SEV4, Severity.SEV2, null, EARLIER));
    }

    @Test
    void theSameSeverityIsNoNews() {
        rule.given(declared())
                .when(new ChangeSeverity(INCIDENT, Severity.SEV2, null, null))
                .isRefused(
                        Refusal.SEVERITY_UNCHANGED,
                        Map.of("incidentId", INCIDENT, "severity", Severity.SEV2));
    }
}
