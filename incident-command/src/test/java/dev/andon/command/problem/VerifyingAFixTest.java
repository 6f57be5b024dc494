package dev.andon.command.problem;

import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.problem.GivenProblem.PROBLEM;
import static dev.andon.command.problem.GivenProblem.fixed;
import static dev.andon.command.problem.GivenProblem.opened;
import static dev.andon.command.problem.GivenProblem.recurred;
import static dev.andon.command.problem.GivenProblem.verified;
import static dev.andon.command.problem.GivenProblem.workedAround;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.event.ProblemFixVerified;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyingAFixTest {

    private static final VerifyFix COMMAND = new VerifyFix(PROBLEM, "A restore worked");

    private final RuleFixture rule = RuleFixture.of(new VerifyingAFix());

    @Test
    void aFixIsVerifiedByEvidence() {
        rule.given(opened(), fixed()).when(COMMAND).records(new ProblemFixVerified(PROBLEM, "A restore worked", NOW));
    }

    @Test
    void aSecondFixIsVerifiedLikeTheFirst() {
        rule.given(opened(), fixed(), verified(), recurred(), fixed())
                .when(COMMAND)
                .records(new ProblemFixVerified(PROBLEM, "A restore worked", NOW));
    }

    @Test
    void whatNobodyFixedCannotBeVerified() {
        rule.given(opened())
                .when(COMMAND)
                .isRefused(Refusal.PROBLEM_NOT_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.OPEN));
        rule.given(opened(), workedAround())
                .when(COMMAND)
                .isRefused(
                        Refusal.PROBLEM_NOT_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.KNOWN_ERROR));
    }

    @Test
    void aFixThatAnotherIncidentRefutedCannotBeVerified() {
        rule.given(opened(), fixed(), recurred(), workedAround())
                .when(COMMAND)
                .isRefused(Refusal.PROBLEM_NOT_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.RECURRED));
    }

    @Test
    void aFixIsVerifiedOnce() {
        rule.given(opened(), fixed(), verified())
                .when(COMMAND)
                .isRefused(
                        Refusal.FIX_ALREADY_VERIFIED, Map.of("problemId", PROBLEM, "status", ProblemStatus.VERIFIED));
    }

    @Test
    void anUnknownProblemIsNotFound() {
        rule.given().when(COMMAND).isNotFound("There is no problem PRB-3");
    }
}
