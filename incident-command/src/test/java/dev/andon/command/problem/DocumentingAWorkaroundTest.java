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
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.command.DocumentWorkaround;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentingAWorkaroundTest {

    private static final DocumentWorkaround COMMAND = new DocumentWorkaround(PROBLEM, "Restart it");

    private final RuleFixture rule = RuleFixture.of(new DocumentingAWorkaround());

    @Test
    void aProblemThatCanBeLivedWithIsAKnownError() {
        rule.given(opened()).when(COMMAND).records(new WorkaroundDocumented(PROBLEM, "Restart it", NOW));
    }

    @Test
    void aBetterWorkaroundReplacesTheFirst() {
        rule.given(opened(), workedAround()).when(COMMAND)
                .records(new WorkaroundDocumented(PROBLEM, "Restart it", NOW));
    }

    @Test
    void whatRecurredIsLivedWithAgain() {
        rule.given(opened(), fixed(), recurred())
                .when(COMMAND)
                .records(new WorkaroundDocumented(PROBLEM, "Restart it", NOW));
    }

    @Test
    void whatIsFixedNeedsNoWorkaround() {
        rule.given(opened(), fixed())
                .when(COMMAND)
                .isRefused(
                        Refusal.PROBLEM_ALREADY_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.FIXED));
        rule.given(opened(), fixed(), verified())
                .when(COMMAND)
                .isRefused(
                        Refusal.PROBLEM_ALREADY_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.VERIFIED));
    }

    @Test
    void anUnknownProblemIsNotFound() {
        rule.given(opened(ProblemId.of(4))).when(COMMAND).isNotFound("There is no problem PRB-3");
    }
}
