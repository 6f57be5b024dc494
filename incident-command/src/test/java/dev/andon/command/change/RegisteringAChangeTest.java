package dev.andon.command.change;

import static dev.andon.command.Given.EARLIER;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.command.RegisterChange;
import dev.andon.kernel.event.ChangeRegistered;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteringAChangeTest {

    private static final ChangeId CHANGE = ChangeId.of(7);

    private final RuleFixture rule = RuleFixture.of(new RegisteringAChange());

    @Test
    void aChangeHappensWhenItIsDeployed() {
        var plan = new RollbackPlan(List.of("redeploy 1.1"), Duration.ofMinutes(20), EARLIER);
        rule.given()
                .when(new RegisterChange(CHANGE, "checkout", "1.2", "New cart", EARLIER, plan))
                .records(new ChangeRegistered(CHANGE, "checkout", "1.2", "New cart", plan, EARLIER));
    }

    @Test
    void aChangeWithoutARollbackPlanIsAllowed() {
        rule.given()
                .when(new RegisterChange(CHANGE, "checkout", "1.2", "New cart", EARLIER, null))
                .records(new ChangeRegistered(CHANGE, "checkout", "1.2", "New cart", null, EARLIER));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(new ChangeRegistered(CHANGE, "cart", "3", "Other", null, EARLIER))
                .when(new RegisterChange(CHANGE, "checkout", "1.2", "New cart", EARLIER, null))
                .needsAnotherIdThan(CHANGE);
    }
}
