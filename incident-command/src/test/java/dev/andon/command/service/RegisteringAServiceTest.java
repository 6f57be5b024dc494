package dev.andon.command.service;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.event.ServiceRegistered;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegisteringAServiceTest {

    private final RuleFixture rule = RuleFixture.of(new RegisteringAService());

    @Test
    void aServiceIsRegisteredWithWhatIsPromisedOfIt() {
        var halfADay = Duration.ofHours(12);

        rule.given()
                .when(new RegisterService("checkout", "shop", 99.95, AvailabilityPeriod.QUARTER, halfADay))
                .records(new ServiceRegistered("checkout", "shop", 99.95, AvailabilityPeriod.QUARTER, halfADay, NOW));
    }

    @Test
    void aServiceIsRegisteredAgain() {
        rule.given(new ServiceRegistered("checkout", "shop", 99.95, null, null, EARLIER))
                .when(new RegisterService("checkout", null, null, null, null))
                .records(new ServiceRegistered("checkout", null, null, null, null, NOW));
    }

    @Test
    void aPeriodIsThatOfAnObjective() {
        rule.given()
                .when(new RegisterService("checkout", null, null, AvailabilityPeriod.YEAR, null))
                .isInvalidAt("/availabilityPeriod");
    }

    @Test
    void nobodyChecksInEverySecond() {
        rule.given()
                .when(new RegisterService("checkout", null, null, null, Duration.ofSeconds(1)))
                .isInvalidAt("/checkInInterval");
    }
}
