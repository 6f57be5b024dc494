package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.Given;
import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemOpened;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningAProblemTest {

    private static final ProblemId PROBLEM = ProblemId.of(3);

    private final RuleFixture rule = RuleFixture.of(new OpeningAProblem());

    @Test
    void aProblemIsOpenedBeforeItsCauseIsKnown() {
        rule.given()
                .when(new OpenProblem(PROBLEM, "Backups are not tested", List.of(), null, List.of()))
                .records(new ProblemOpened(PROBLEM, "Backups are not tested", List.of(), null, NOW));
    }

    @Test
    void aProblemIsOpenedWithItsServicesAndItsCause() {
        rule.given()
                .when(new OpenProblem(PROBLEM, "Backups", List.of("database"), RootCauseCategory.PROCESS, List.of()))
                .records(new ProblemOpened(
                        PROBLEM, "Backups", List.of("database"), RootCauseCategory.PROCESS, NOW));
    }

    @Test
    void aProblemIsOpenedWithTheIncidentsThatItCaused() {
        rule.given(Given.declared(IncidentId.of(1)), Given.declared(IncidentId.of(2)))
                .when(new OpenProblem(
                        PROBLEM, "Backups", List.of(), null,
                        List.of(IncidentId.of(1), IncidentId.of(2), IncidentId.of(1))))
                .records(
                        new ProblemOpened(PROBLEM, "Backups", List.of(), null, NOW),
                        new IncidentLinkedToProblem(PROBLEM, IncidentId.of(1), NOW),
                        new IncidentLinkedToProblem(PROBLEM, IncidentId.of(2), NOW));
    }

    @Test
    void anIncidentThatIsNotThereIsNotLinked() {
        rule.given(Given.declared(IncidentId.of(1)))
                .when(new OpenProblem(
                        PROBLEM, "Backups", List.of(), null, List.of(IncidentId.of(1), IncidentId.of(2))))
                .isRefused(
                        Refusal.INCIDENT_NOT_DECLARED,
                        Map.of("problemId", PROBLEM, "incidentId", IncidentId.of(2)));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(new ProblemOpened(PROBLEM, "Another", List.of(), null, EARLIER))
                .when(new OpenProblem(PROBLEM, "Backups are not tested", List.of(), null, List.of()))
                .needsAnotherIdThan(PROBLEM);
    }
}
