package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.problem.GivenProblem.CHANGE;
import static dev.andon.command.problem.GivenProblem.PROBLEM;
import static dev.andon.command.problem.GivenProblem.fixed;
import static dev.andon.command.problem.GivenProblem.opened;
import static dev.andon.command.problem.GivenProblem.recurred;
import static dev.andon.command.problem.GivenProblem.registered;
import static dev.andon.command.problem.GivenProblem.verified;
import static dev.andon.command.problem.GivenProblem.workedAround;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.event.ProblemFixed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixingAProblemTest {

    private static final FixProblem COMMAND = new FixProblem(PROBLEM, "Tested each night", null, null);

    private final RuleFixture rule = RuleFixture.of(new FixingAProblem());

    @Test
    void aProblemIsFixedWithOrWithoutAWorkaroundBefore() {
        rule.given(opened()).when(COMMAND).records(new ProblemFixed(PROBLEM, "Tested each night", null, NOW));
        rule.given(opened(), workedAround())
                .when(new FixProblem(PROBLEM, "Tested each night", null, EARLIER))
                .records(new ProblemFixed(PROBLEM, "Tested each night", null, EARLIER));
    }

    @Test
    void aFixNamesTheChangeThatBroughtIt() {
        rule.given(opened(), registered())
                .when(new FixProblem(PROBLEM, "Tested each night", CHANGE, null))
                .records(new ProblemFixed(PROBLEM, "Tested each night", CHANGE, NOW));
    }

    @Test
    void aChangeThatNobodyRegisteredFixesNothing() {
        rule.given(opened())
                .when(new FixProblem(PROBLEM, "Tested each night", CHANGE, null))
                .isRefused(Refusal.FIX_BY_UNKNOWN_CHANGE, Map.of("problemId", PROBLEM, "changeId", CHANGE));
    }

    @Test
    void aProblemIsFixedOnce() {
        rule.given(opened(), fixed())
                .when(COMMAND)
                .isRefused(
                        Refusal.PROBLEM_ALREADY_FIXED, Map.of("problemId", PROBLEM, "status", ProblemStatus.FIXED));
    }

    @Test
    void whatRecurredIsFixedAgain() {
        rule.given(opened(), fixed(), verified(), recurred())
                .when(COMMAND)
                .records(new ProblemFixed(PROBLEM, "Tested each night", null, NOW));
    }

    @Test
    void anUnknownProblemIsNotFound() {
        rule.given().when(COMMAND).isNotFound("There is no problem PRB-3");
    }
}
