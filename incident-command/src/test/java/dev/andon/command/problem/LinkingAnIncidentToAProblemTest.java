package dev.andon.command.problem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.problem.GivenProblem.PROBLEM;
import static dev.andon.command.problem.GivenProblem.fixed;
import static dev.andon.command.problem.GivenProblem.opened;
import static dev.andon.command.problem.GivenProblem.recurred;
import static dev.andon.command.problem.GivenProblem.verified;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemRecurred;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkingAnIncidentToAProblemTest {

    private static final ProblemId OTHER_PROBLEM = ProblemId.of(4);

    private final RuleFixture rule = RuleFixture.of(new LinkingAnIncidentToAProblem());

    @Test
    void aProblemCausesManyIncidentsAndAnIncidentHasManyCauses() {
        rule.given(
                opened(PROBLEM), opened(OTHER_PROBLEM), declared(), declared(OTHER_INCIDENT),
                new IncidentLinkedToProblem(PROBLEM, OTHER_INCIDENT, EARLIER),
                new IncidentLinkedToProblem(OTHER_PROBLEM, INCIDENT, EARLIER))
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW));
    }

    @Test
    void anUnknownProblemIsNotFound() {
        rule.given(declared())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .isNotFound("There is no problem PRB-3");
    }

    @Test
    void anUnknownIncidentIsRefused() {
        rule.given(opened(PROBLEM))
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .isRefused(
                        Refusal.INCIDENT_NOT_DECLARED,
                        Map.of("problemId", PROBLEM, "incidentId", INCIDENT));
    }

    @Test
    void anIncidentIsLinkedOnce() {
        rule.given(opened(PROBLEM), declared(), new IncidentLinkedToProblem(PROBLEM, INCIDENT, EARLIER))
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .isRefused(
                        Refusal.INCIDENT_ALREADY_LINKED,
                        Map.of("problemId", PROBLEM, "incidentId", INCIDENT));
    }

    @Test
    void aProblemThatWasFixedRecursInTheSameCommit() {
        rule.given(opened(PROBLEM), fixed(), declared())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(
                        new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.FIXED, EARLIER, NOW));
    }

    @Test
    void aFixThatWasVerifiedIsRefutedAllTheSame() {
        rule.given(opened(PROBLEM), fixed(), verified(), declared(), resolved(), closed())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(
                        new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.VERIFIED, EARLIER, NOW));
    }

    @Test
    void whatHasRecurredRecursNoFurtherUntilItIsFixedAgain() {
        rule.given(opened(PROBLEM), fixed(), recurred(), declared())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW));
        rule.given(opened(PROBLEM), fixed(), recurred(), fixed(), declared())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(
                        new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.FIXED, EARLIER, NOW));
    }

    @Test
    void neitherADrillNorAFalseAlarmShowsThatAFixDoesNotWork() {
        rule.given(opened(PROBLEM), fixed(), drill(INCIDENT))
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW));
        rule.given(opened(PROBLEM), fixed(), declared(), falseAlarm())
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .records(new IncidentLinkedToProblem(PROBLEM, INCIDENT, NOW));
    }

    @Test
    void whatWasMergedIsLinkedWhereItGoesOn() {
        rule.given(opened(PROBLEM), declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(new LinkIncidentToProblem(PROBLEM, INCIDENT))
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
    }
}
