package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RoleAssigned;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A role has one holder, and the newest assignment hands it over; only responders may be many. */
public final class AssigningARole implements Rule<AssignRole, AssigningARole.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, Set<String> holders) {}

    @Override
    public Class<AssignRole> command() {
        return AssignRole.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(AssignRole command) {
        return IncidentLife.of(command.incidentId())
                .and(holdersOf(command.incidentId(), command.role()), Known::new);
    }

    private static DecisionModel<Set<String>> holdersOf(IncidentId incidentId, Role role) {
        return DecisionModel.startingWith(Set.<String>of())
                .on(incidentId.tag(), RoleAssigned.class,
                        (holders, assigned) -> assigned.role() == role ? after(holders, assigned) : holders);
    }

    private static Set<String> after(Set<String> holders, RoleAssigned assigned) {
        return switch (assigned.role()) {
            case INCIDENT_COMMANDER, COMMUNICATIONS_LEAD, OPERATIONS_LEAD, SCRIBE -> Set.of(assigned.assignee());
            case RESPONDER -> Stream.concat(holders.stream(), Stream.of(assigned.assignee()))
                    .collect(Collectors.toUnmodifiableSet());
        };
    }

    @Override
    public List<Event> decide(AssignRole command, Known known, Circumstances circumstances) {
        known.incident().requireTakesEntries();
        if (known.holders().contains(command.assignee())) {
            throw new Refused(
                    Refusal.ROLE_ALREADY_HELD,
                    "%s is %s of %s already".formatted(command.assignee(), command.role(), command.incidentId()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "role", command.role(),
                            "holders", known.holders().stream().sorted().toList()));
        }
        return List.of(new RoleAssigned(
                command.incidentId(), command.role(), command.assignee(), circumstances.orNow(command.occurredAt())));
    }
}
