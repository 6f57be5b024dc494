package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Role;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssigningARoleTest {

    private final RuleFixture rule = RuleFixture.of(new AssigningARole());

    @Test
    void somebodyTakesARole() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"))
                .when(new AssignRole(INCIDENT, Role.INCIDENT_COMMANDER, "bob", null))
                .records(new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", NOW));
    }

    @Test
    void whoeverHandedARoleOverMayTakeItBack() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"), assigned(Role.SCRIBE, "carol"))
                .when(new AssignRole(INCIDENT, Role.SCRIBE, "bob", EARLIER))
                .records(new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", EARLIER));
    }

    @Test
    void nobodyTakesARoleTheyHold() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"), assigned(Role.SCRIBE, "carol"))
                .when(new AssignRole(INCIDENT, Role.SCRIBE, "carol", null))
                .isRefused(
                        Refusal.ROLE_ALREADY_HELD,
                        Map.of("incidentId", INCIDENT, "role", Role.SCRIBE, "holders", List.of("carol")));
    }

    @Test
    void aSecondResponderHandsNothingOver() {
        rule.given(declared(), assigned(Role.RESPONDER, "bob"), assigned(Role.RESPONDER, "carol"))
                .when(new AssignRole(INCIDENT, Role.RESPONDER, "bob", null))
                .isRefused(
                        Refusal.ROLE_ALREADY_HELD,
                        Map.of("incidentId", INCIDENT, "role", Role.RESPONDER, "holders", List.of("bob", "carol")));
    }

    @Test
    void whoeverGaveARoleUpMayTakeItBack() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"), new RoleReleased(INCIDENT, Role.SCRIBE, "bob", EARLIER))
                .when(new AssignRole(INCIDENT, Role.SCRIBE, "bob", null))
                .records(new RoleAssigned(INCIDENT, Role.SCRIBE, "bob", NOW));
    }

    private static RoleAssigned assigned(Role role, String assignee) {
        return new RoleAssigned(INCIDENT, role, assignee, EARLIER);
    }
}
