package dev.andon.command.reopening;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReopeningAnIncidentTest {

    private static final ProblemId PROBLEM = ProblemId.of(3);
    private static final ProblemOpened PROBLEM_OPENED = new ProblemOpened(PROBLEM, "Slow", List.of(), null, EARLIER);
    private static final ProblemFixed FIXED = new ProblemFixed(PROBLEM, "Faster", null, EARLIER);
    private static final ProblemFixVerified VERIFIED = new ProblemFixVerified(PROBLEM, "A quiet month", EARLIER);
    private static final IncidentLinkedToProblem LINKED = new IncidentLinkedToProblem(PROBLEM, INCIDENT, EARLIER);

    private final RuleFixture rule = RuleFixture.of(new ReopeningAnIncident());

    @Test
    void aResolvedIncidentIsReopened() {
        rule.given(declared(), resolved())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(new IncidentReopened(INCIDENT, "It is back", NOW));
    }

    @Test
    void anIncidentIsReopenedAsOftenAsItIsResolved() {
        rule.given(declared(), resolved(), reopened(), resolved())
                .when(new ReopenIncident(INCIDENT, "Again", EARLIER))
                .records(new IncidentReopened(INCIDENT, "Again", EARLIER));
    }

    @Test
    void anOpenIncidentIsNotReopened() {
        rule.given(declared())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_NOT_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.OPEN));
    }

    @Test
    void aMitigatedIncidentIsStillGoingOn() {
        rule.given(declared(), mitigated())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_NOT_RESOLVED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MITIGATED));
    }

    @Test
    void whatIsClosedIsReopened() {
        rule.given(declared(), resolved(), closed())
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(new IncidentReopened(INCIDENT, "It is back", NOW));
    }

    @Test
    void aFalseAlarmMayTurnOutToHaveBeenNone() {
        rule.given(declared(), falseAlarm())
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(new IncidentReopened(INCIDENT, "Customers call", NOW));
    }

    @Test
    void aProblemThatWasFixedRecursWithAFalseAlarmThatWasNone() {
        rule.given(PROBLEM_OPENED, FIXED, declared(), falseAlarm(), LINKED)
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(
                        new IncidentReopened(INCIDENT, "Customers call", NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.FIXED, EARLIER, NOW));
    }

    @Test
    void soItDoesWithWhatSeemedToBeOverThoughTheFixWasVerified() {
        rule.given(PROBLEM_OPENED, declared(), LINKED, resolved(), FIXED, VERIFIED)
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(
                        new IncidentReopened(INCIDENT, "It is back", NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.VERIFIED, EARLIER, NOW));
    }

    @Test
    void eachProblemThatItIsLinkedToRecurs() {
        var other = ProblemId.of(4);
        rule.given(
                PROBLEM_OPENED, new ProblemOpened(other, "No tests", List.of(), null, EARLIER), declared(), resolved(),
                LINKED, new IncidentLinkedToProblem(other, INCIDENT, EARLIER),
                new ProblemFixed(other, "d", null, EARLIER))
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .records(
                        new IncidentReopened(INCIDENT, "It is back", NOW),
                        new ProblemRecurred(other, INCIDENT, ProblemStatus.FIXED, EARLIER, NOW));
    }

    @Test
    void aDrillRefutesNoFix() {
        rule.given(PROBLEM_OPENED, FIXED, drill(INCIDENT), LINKED, resolved())
                .when(new ReopenIncident(INCIDENT, "Once more", null))
                .records(new IncidentReopened(INCIDENT, "Once more", NOW));
    }

    @Test
    void whatHasNotCausedItAfterAllRecursNot() {
        List<Event> linked = List.of(declared(), PROBLEM_OPENED, FIXED, falseAlarm(), LINKED);

        assertThat(recurrencesAfter(linked)).hasSize(1);
        assertThat(recurrencesAfter(Stream.concat(
                linked.stream(), Stream.of(new EntryRetracted(INCIDENT, 5, "A slip", EARLIER))).toList())).isEmpty();
    }

    private static List<ProblemRecurred> recurrencesAfter(List<Event> events) {
        return new ReopeningAnIncident().knowledgeFor(new ReopenIncident(INCIDENT, "Customers call", null))
                .after(events).problems().recurrences(NOW);
    }

    @Test
    void whatRecurredByAnotherIncidentRecursNoFurtherUntilItIsFixedAgain() {
        rule.given(
                PROBLEM_OPENED, FIXED, declared(), falseAlarm(), LINKED, declared(OTHER_INCIDENT),
                new IncidentLinkedToProblem(PROBLEM, OTHER_INCIDENT, EARLIER), recurredBy(OTHER_INCIDENT))
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(new IncidentReopened(INCIDENT, "Customers call", NOW));
    }

    @Test
    void aRecurrenceThatWasTakenBackByAFalseAlarmStandsAgainAndNeedsNotBeSaidAgain() {
        rule.given(PROBLEM_OPENED, FIXED, declared(), LINKED, recurredBy(INCIDENT), falseAlarm())
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(new IncidentReopened(INCIDENT, "Customers call", NOW));
    }

    @Test
    void unlessTheFixWasVerifiedMeanwhile() {
        rule.given(PROBLEM_OPENED, FIXED, declared(), LINKED, recurredBy(INCIDENT), falseAlarm(), VERIFIED)
                .when(new ReopenIncident(INCIDENT, "Customers call", null))
                .records(
                        new IncidentReopened(INCIDENT, "Customers call", NOW),
                        new ProblemRecurred(PROBLEM, INCIDENT, ProblemStatus.VERIFIED, EARLIER, NOW));
    }

    private static ProblemRecurred recurredBy(IncidentId incidentId) {
        return new ProblemRecurred(PROBLEM, incidentId, ProblemStatus.FIXED, EARLIER, EARLIER);
    }

    @Test
    void whatWasMergedIsReopenedWhereItWentOn() {
        rule.given(declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(new ReopenIncident(INCIDENT, "It is back", null))
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
    }
}
