package dev.andon.command.operations;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.operations.GivenReadinessCheck.CHECK;
import static dev.andon.command.operations.GivenReadinessCheck.answered;
import static dev.andon.command.operations.GivenReadinessCheck.opened;
import static dev.andon.command.operations.GivenReadinessCheck.signedOff;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.command.AnswerReadinessItem;
import dev.andon.kernel.event.ReadinessItemAnswered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsweringAReadinessItemTest {

    private final RuleFixture rule = RuleFixture.of(new AnsweringAReadinessItem());

    @Test
    void anItemIsAnswered() {
        rule.given(opened())
                .when(new AnswerReadinessItem(CHECK, 2, ReadinessAnswer.YES, null))
                .records(new ReadinessItemAnswered(CHECK, 2, ReadinessAnswer.YES, null, NOW));
    }

    @Test
    void anAnswerMayChangeUntilSomebodySignsOff() {
        rule.given(opened(), answered(2, ReadinessAnswer.NO))
                .when(new AnswerReadinessItem(CHECK, 2, ReadinessAnswer.YES, "It came"))
                .records(new ReadinessItemAnswered(CHECK, 2, ReadinessAnswer.YES, "It came", NOW));
    }

    @Test
    void aNoSaysWhatIsDoneAboutIt() {
        rule.given(opened())
                .when(new AnswerReadinessItem(CHECK, 2, ReadinessAnswer.NO, null))
                .isInvalidAt("/note");
    }

    @Test
    void anItemThatIsNotOnTheListIsRefused() {
        rule.given(opened())
                .when(new AnswerReadinessItem(CHECK, 3, ReadinessAnswer.YES, null))
                .isRefused(Refusal.READINESS_ITEM_MISSING, Map.of("readinessCheckId", CHECK, "items", 2));
    }

    @Test
    void whatSomebodySignedIsWhatTheySigned() {
        rule.given(opened(), signedOff())
                .when(new AnswerReadinessItem(CHECK, 1, ReadinessAnswer.NO, "He is ill"))
                .isRefused(
                        Refusal.READINESS_CHECK_SIGNED_OFF,
                        Map.of("readinessCheckId", CHECK, "signedOffBy", "bob", "signedOffAt", EARLIER));
    }

    @Test
    void aCheckThatWasNeverOpenedIsNotFound() {
        rule.given()
                .when(new AnswerReadinessItem(CHECK, 1, ReadinessAnswer.YES, null))
                .isNotFound("There is no readiness check RDY-1");
    }
}
