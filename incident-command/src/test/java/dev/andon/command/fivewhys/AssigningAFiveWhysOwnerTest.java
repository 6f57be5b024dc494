package dev.andon.command.fivewhys;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.AssignFiveWhysOwner;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssigningAFiveWhysOwnerTest {

    private final RuleFixture rule = RuleFixture.of(new AssigningAFiveWhysOwner());

    @Test
    void somebodyAnswersForTheFiveWhysUntilTheyAreDue() {
        rule.given(declared())
                .when(new AssignFiveWhysOwner(INCIDENT, "alice", NOW.plusSeconds(600)))
                .records(new FiveWhysOwnerAssigned(INCIDENT, "alice", NOW.plusSeconds(600), NOW));
    }

    @Test
    void anotherOneTakesOver() {
        rule.given(declared(), new FiveWhysOwnerAssigned(INCIDENT, "alice", null, EARLIER))
                .when(new AssignFiveWhysOwner(INCIDENT, "bob", null))
                .records(new FiveWhysOwnerAssigned(INCIDENT, "bob", null, NOW));
    }

    @Test
    void nobodyTakesOverWhatIsComplete() {
        rule.given(declared(), new FiveWhysCompleted(INCIDENT, null, EARLIER))
                .when(new AssignFiveWhysOwner(INCIDENT, "bob", null))
                .isRefused(Refusal.FIVE_WHYS_COMPLETED, Map.of("incidentId", INCIDENT, "fiveWhys", "COMPLETED"));
    }
}
