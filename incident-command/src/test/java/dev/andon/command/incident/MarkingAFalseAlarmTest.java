package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.merged;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkingAFalseAlarmTest {

    private static final MarkFalseAlarm COMMAND = new MarkFalseAlarm(INCIDENT, "A probe was down", "A night", null);

    private final RuleFixture rule = RuleFixture.of(new MarkingAFalseAlarm());

    @Test
    void anAlarmWasFalseAndThatHadItsCost() {
        rule.given(declared())
                .when(COMMAND)
                .records(new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", "A night", NOW));
    }

    @Test
    void whatWentAwayByItselfMayTurnOutToHaveBeenNothing() {
        rule.given(declared(), resolved())
                .when(new MarkFalseAlarm(INCIDENT, "A probe was down", null, EARLIER))
                .records(new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", null, EARLIER));
    }

    @Test
    void whoeverPressedThePanicButtonIsToldAndNotWhatItCost() {
        rule.given(declared(), pressed(INCIDENT, "carol"), pressed(INCIDENT, "dave"), pressed(INCIDENT, "carol"))
                .when(COMMAND)
                .records(
                        new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", "A night", NOW),
                        told("carol"), told("dave"));
    }

    @Test
    void soAreThoseWhoPressedItForWhatWasMergedIntoThisOne() {
        rule.given(
                declared(OTHER_INCIDENT), pressed(OTHER_INCIDENT, "carol"), declared(),
                merged(OTHER_INCIDENT, INCIDENT),
                pressed(IncidentId.of(7), "somebody else"))
                .when(COMMAND)
                .records(
                        new IncidentMarkedFalseAlarm(INCIDENT, "A probe was down", "A night", NOW), told("carol"));
    }

    @Test
    void anAlarmIsFalseOnce() {
        rule.given(declared(), falseAlarm())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ALREADY_FALSE_ALARM,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }

    @Test
    void whatIsClosedIsReopenedFirst() {
        rule.given(declared(), resolved(), closed())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
    }

    @Test
    void whatWasMergedIsMarkedWhereItGoesOn() {
        rule.given(declared(), merged(INCIDENT, OTHER_INCIDENT))
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_MERGED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.MERGED, "mergedInto", OTHER_INCIDENT));
    }

    private static PanicButtonPressed pressed(IncidentId incidentId, String presser) {
        return new PanicButtonPressed(incidentId, "checkout", presser, null, "It is recorded", EARLIER);
    }

    private static StakeholderUpdatePosted told(String presser) {
        return new StakeholderUpdatePosted(INCIDENT, presser,
                """
                        We have looked into it, and this time nothing was wrong (“A probe was down”). It was right to press the \
                        button, for nobody could know before somebody had looked. Please press it again whenever you are worried.""",
                null, null, NOW);
    }
}
