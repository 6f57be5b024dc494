package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RoleAssigned;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nobody takes a role they hold: said again, it would look like news on the timeline. */
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
                .and(RoleHolders.of(command.incidentId(), command.role()), Known::new);
    }

    @Override
    public List<Event> decide(AssignRole command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESPOND);
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
