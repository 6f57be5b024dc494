package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergingAnIncidentTest {

    private static final IncidentId THIRD = IncidentId.of(44);
    private static final MergeIncident COMMAND = new MergeIncident(INCIDENT, OTHER_INCIDENT, null);

    private final RuleFixture rule = RuleFixture.of(new MergingAnIncident());

    @Test
    void anIncidentThatIsTheSameAsAnotherIsMergedIntoIt() {
        rule.given(declared(), declared(OTHER_INCIDENT))
                .when(COMMAND)
                .records(new IncidentMerged(INCIDENT, OTHER_INCIDENT, null, NOW));
    }

    @Test
    void whatWasMergedIntoItComesAlong() {
        rule.given(declared(), declared(OTHER_INCIDENT), declared(THIRD), merged(THIRD, INCIDENT))
                .when(new MergeIncident(INCIDENT, OTHER_INCIDENT, EARLIER))
                .records(
                        new IncidentMerged(INCIDENT, OTHER_INCIDENT, null, EARLIER),
                        new IncidentMerged(THIRD, OTHER_INCIDENT, INCIDENT, EARLIER));
    }

    @Test
    void noIncidentIsMergedIntoItself() {
        rule.given(declared()).when(new MergeIncident(INCIDENT, INCIDENT, null)).isInvalidAt("/into");
    }

    @Test
    void anIncidentIsMergedOnce() {
        rule.given(declared(), declared(OTHER_INCIDENT), declared(THIRD), merged(INCIDENT, THIRD))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", THIRD));
    }

    @Test
    void noIncidentIsMergedInACircleAndTheRefusalSaysWhereTheOtherWent() {
        rule.given(declared(), declared(OTHER_INCIDENT), merged(OTHER_INCIDENT, INCIDENT))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", OTHER_INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", INCIDENT));
    }

    @Test
    void nothingIsMergedIntoAFalseAlarm() {
        rule.given(
                declared(), declared(OTHER_INCIDENT),
                new IncidentMarkedFalseAlarm(OTHER_INCIDENT, "A probe was down", null, EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_TAKES_IN_NO_OTHER,
                        Map.of("incidentId", OTHER_INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }

    @Test
    void nothingIsMergedIntoWhatIsClosed() {
        rule.given(
                declared(), declared(OTHER_INCIDENT), new IncidentClosed(OTHER_INCIDENT, null, List.of(), EARLIER))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_TAKES_IN_NO_OTHER,
                        Map.of("incidentId", OTHER_INCIDENT, "status", IncidentStatus.CLOSED));
    }

    @Test
    void nothingIsMergedIntoAnIncidentThatWasNeverDeclared() {
        rule.given(declared())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_NOT_DECLARED, Map.of("incidentId", INCIDENT, "into", OTHER_INCIDENT));
    }

    @Test
    void whatReallyHappenedIsNotHiddenInADrill() {
        rule.given(declared(), drill(OTHER_INCIDENT))
                .when(COMMAND)
                .isRefused(Refusal.DRILL_AND_REAL, Map.of("incidentId", INCIDENT, "into", OTHER_INCIDENT));
    }

    @Test
    void whatIsClosedStaysWhatItIs() {
        rule.given(declared(), resolved(), closed(), declared(OTHER_INCIDENT))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
    }
}
