package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.event.ProblemOpened;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningAProblemTest {

    private static final ProblemId PROBLEM = ProblemId.of(3);

    private final RuleFixture rule = RuleFixture.of(new OpeningAProblem());

    @Test
    void aProblemIsOpenedBeforeItsCauseIsKnown() {
        rule.given()
                .when(new OpenProblem(PROBLEM, "Backups are not tested", List.of(), null))
                .records(new ProblemOpened(PROBLEM, "Backups are not tested", List.of(), null, NOW));
    }

    @Test
    void aProblemIsOpenedWithItsServicesAndItsCause() {
        rule.given()
                .when(new OpenProblem(PROBLEM, "Backups", List.of("database"), RootCauseCategory.PROCESS))
                .records(new ProblemOpened(
                        PROBLEM, "Backups", List.of("database"), RootCauseCategory.PROCESS, NOW));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(new ProblemOpened(PROBLEM, "Another", List.of(), null, EARLIER))
                .when(new OpenProblem(PROBLEM, "Backups are not tested", List.of(), null))
                .needsAnotherIdThan(PROBLEM);
    }
}
