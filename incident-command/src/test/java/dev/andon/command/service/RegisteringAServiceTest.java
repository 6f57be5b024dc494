package dev.andon.command.service;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.event.ServiceRegistered;
import org.junit.jupiter.api.Test;

class RegisteringAServiceTest {

    private final RuleFixture rule = RuleFixture.of(new RegisteringAService());

    @Test
    void aServiceIsRegisteredWithWhatIsPromisedOfIt() {
        rule.given()
                .when(new RegisterService("checkout", "shop", 99.95))
                .records(new ServiceRegistered("checkout", "shop", 99.95, NOW));
    }

    @Test
    void aServiceIsRegisteredAgain() {
        rule.given(new ServiceRegistered("checkout", "shop", 99.95, EARLIER))
                .when(new RegisterService("checkout", null, null))
                .records(new ServiceRegistered("checkout", null, null, NOW));
    }
}
