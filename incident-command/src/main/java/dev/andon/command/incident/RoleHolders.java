package dev.andon.command.incident;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who holds a role in an incident: one person, whom the newest assignment replaces; only responders may be many. */
public final class RoleHolders {

    private RoleHolders() {}

    public static DecisionModel<Set<String>> of(IncidentId incidentId, Role role) {
        return DecisionModel.startingWith(Set.<String>of())
                .on(incidentId.tag(), RoleAssigned.class,
                        (holders, assigned) -> assigned.role() == role ? after(holders, assigned) : holders)
                .on(incidentId.tag(), RoleReleased.class,
                        (holders, released) -> released.role() == role ? after(holders, released) : holders);
    }

    private static Set<String> after(Set<String> holders, RoleAssigned assigned) {
        return switch (assigned.role()) {
            case INCIDENT_COMMANDER, COMMUNICATIONS_LEAD, OPERATIONS_LEAD, SCRIBE -> Set.of(assigned.assignee());
            case RESPONDER -> Stream.concat(holders.stream(), Stream.of(assigned.assignee()))
                    .collect(Collectors.toUnmodifiableSet());
        };
    }

    private static Set<String> after(Set<String> holders, RoleReleased released) {
        return holders.stream()
                .filter(holder -> !holder.equals(released.assignee()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
