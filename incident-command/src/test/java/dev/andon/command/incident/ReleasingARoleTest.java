package dev.andon.command.incident;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Role;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleasingARoleTest {

    private final RuleFixture rule = RuleFixture.of(new ReleasingARole());

    @Test
    void whoHoldsARoleGivesItUp() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"))
                .when(new ReleaseRole(INCIDENT, Role.SCRIBE, "bob", EARLIER))
                .records(new RoleReleased(INCIDENT, Role.SCRIBE, "bob", EARLIER));
    }

    @Test
    void oneOfSeveralRespondersLeaves() {
        rule.given(declared(), assigned(Role.RESPONDER, "bob"), assigned(Role.RESPONDER, "carol"))
                .when(new ReleaseRole(INCIDENT, Role.RESPONDER, "bob", null))
                .records(new RoleReleased(INCIDENT, Role.RESPONDER, "bob", NOW));
    }

    @Test
    void nobodyGivesUpARoleThatSomebodyElseHoldsByNow() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"), assigned(Role.SCRIBE, "carol"))
                .when(new ReleaseRole(INCIDENT, Role.SCRIBE, "bob", null))
                .isRefused(
                        Refusal.ROLE_NOT_HELD,
                        Map.of("incidentId", INCIDENT, "role", Role.SCRIBE, "holders", List.of("carol")));
    }

    @Test
    void aRoleIsGivenUpOnce() {
        rule.given(
                declared(), assigned(Role.SCRIBE, "bob"), new RoleReleased(INCIDENT, Role.SCRIBE, "bob", EARLIER))
                .when(new ReleaseRole(INCIDENT, Role.SCRIBE, "bob", null))
                .isRefused(
                        Refusal.ROLE_NOT_HELD,
                        Map.of("incidentId", INCIDENT, "role", Role.SCRIBE, "holders", List.of()));
    }

    @Test
    void aRoleInAnotherIncidentIsNoneHere() {
        rule.given(declared(), new RoleAssigned(OTHER_INCIDENT, Role.SCRIBE, "bob", EARLIER))
                .when(new ReleaseRole(INCIDENT, Role.SCRIBE, "bob", null))
                .isRefused(
                        Refusal.ROLE_NOT_HELD,
                        Map.of("incidentId", INCIDENT, "role", Role.SCRIBE, "holders", List.of()));
    }

    @Test
    void anIncidentThatHasEndedHasNoRolesToGiveUp() {
        rule.given(declared(), assigned(Role.SCRIBE, "bob"), resolved(), closed())
                .when(new ReleaseRole(INCIDENT, Role.SCRIBE, "bob", null))
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
    }

    private static RoleAssigned assigned(Role role, String assignee) {
        return new RoleAssigned(INCIDENT, role, assignee, EARLIER);
    }
}
