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
import dev.andon.kernel.command.SignOffReadinessCheck;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningOffAReadinessCheckTest {

    private static final SignOffReadinessCheck COMMAND = new SignOffReadinessCheck(CHECK, "Ready");

    private final RuleFixture rule = RuleFixture.of(new SigningOffAReadinessCheck());

    @Test
    void whoeverSignsOffStandsForItWithTheirName() {
        rule.given(opened(), answered(1, ReadinessAnswer.YES), answered(2, ReadinessAnswer.NOT_APPLICABLE))
                .when(COMMAND)
                .records(new ReadinessCheckSignedOff(CHECK, "alice", List.of(), "Ready", NOW));
    }

    @Test
    void whatIsNotReadyIsPartOfWhatIsSigned() {
        rule.given(
                opened(), answered(1, ReadinessAnswer.NO), answered(2, ReadinessAnswer.YES),
                answered(1, ReadinessAnswer.YES), answered(2, ReadinessAnswer.NO))
                .when(COMMAND)
                .records(new ReadinessCheckSignedOff(CHECK, "alice", List.of(2), "Ready", NOW));
    }

    @Test
    void everyItemIsAnsweredFirst() {
        rule.given(opened(), answered(2, ReadinessAnswer.YES))
                .when(COMMAND)
                .isRefused(
                        Refusal.READINESS_ITEMS_UNANSWERED,
                        Map.of("readinessCheckId", CHECK, "unanswered", List.of(1)));
    }

    @Test
    void aCheckIsSignedOffOnce() {
        rule.given(opened(), signedOff())
                .when(COMMAND)
                .isRefused(
                        Refusal.READINESS_CHECK_SIGNED_OFF,
                        Map.of("readinessCheckId", CHECK, "signedOffBy", "bob", "signedOffAt", EARLIER));
    }

    @Test
    void aCheckThatWasNeverOpenedIsNotFound() {
        rule.given().when(COMMAND).isNotFound("There is no readiness check RDY-1");
    }
}
