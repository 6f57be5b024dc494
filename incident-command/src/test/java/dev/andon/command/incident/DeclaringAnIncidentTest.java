package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.event.IncidentDeclared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclaringAnIncidentTest {

    private static final Detection DETECTION = new Detection(DetectionSource.CUSTOMER, "a call");

    private final RuleFixture rule = RuleFixture.of(new DeclaringAnIncident());

    @Test
    void anIncidentIsDeclaredAsItWasTold() {
        rule.given(declared(OTHER_INCIDENT))
                .when(new DeclareIncident(
                        INCIDENT, "Checkout is down", Severity.SEV1, List.of("checkout", "cart"), DETECTION, EARLIER,
                        EARLIER.plusSeconds(60), "Nobody can pay", true))
                .records(new IncidentDeclared(
                        INCIDENT, "Checkout is down", Severity.SEV1, List.of("checkout", "cart"), DETECTION, EARLIER,
                        "Nobody can pay", true, EARLIER.plusSeconds(60)));
    }

    @Test
    void anIncidentHappensNowAndIsNoDrillUnlessSaidOtherwise() {
        rule.given()
                .when(declare(null, null))
                .records(new IncidentDeclared(
                        INCIDENT, "Checkout is down", Severity.SEV1, List.of("checkout"), DETECTION, null, null, false,
                        NOW));
    }

    @Test
    void theHarmMayBeginAfterTheIncident() {
        rule.given()
                .when(declare(NOW, EARLIER))
                .records(new IncidentDeclared(
                        INCIDENT, "Checkout is down", Severity.SEV1, List.of("checkout"), DETECTION, NOW, null, false,
                        EARLIER));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(declared()).when(declare(null, null)).needsAnotherIdThan(INCIDENT);
    }

    private static DeclareIncident declare(@Nullable Instant impactStartedAt, @Nullable Instant occurredAt) {
        return new DeclareIncident(
                INCIDENT, "Checkout is down", Severity.SEV1, List.of("checkout"), DETECTION, impactStartedAt,
                occurredAt, null, null);
    }
}
