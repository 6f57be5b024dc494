package dev.andon.command.finding;

import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.NotFound;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import java.util.List;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddingAFindingTest {

    private static final IncidentId INCIDENT = IncidentId.of(42);
    private static final FindingId FINDING = new FindingId("F-7K3Q");

    private final AxonTestFixture fixture = RuleFixture.of(new AddingAFinding());

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void anObservationIsAddedToAnOpenIncident() {
        fixture.given()
                .event(new IncidentDeclared(
                        INCIDENT,
                        "x",
                        Severity.SEV1,
                        List.of("s"),
                        new Detection(DetectionSource.ALERT, null),
                        null,
                        null,
                        false,
                        NOW))
                .when()
                .command(observation())
                .then()
                .success()
                .events(new FindingAdded(
                        INCIDENT,
                        FINDING,
                        FindingKind.OBSERVATION,
                        "disk is full",
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        Visibility.INTERNAL,
                        NOW));
    }

    @Test
    void anUnknownIncidentIsNotFound() {
        fixture.given()
                .noPriorActivity()
                .when()
                .command(observation())
                .then()
                .exception(NotFound.class, "There is no incident INC-42")
                .noEvents();
    }

    private static AddFinding observation() {
        return new AddFinding(
                INCIDENT,
                FINDING,
                FindingKind.OBSERVATION,
                "disk is full",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }
}
