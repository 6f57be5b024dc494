package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RoleReleased;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Only who holds a role gives it up: a release that names somebody else was meant for a state that is no longer so. */
public final class ReleasingARole implements Rule<ReleaseRole, ReleasingARole.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, Set<String> holders) {}

    @Override
    public Class<ReleaseRole> command() {
        return ReleaseRole.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ReleaseRole command) {
        return IncidentLife.of(command.incidentId())
                .and(RoleHolders.of(command.incidentId(), command.role()), Known::new);
    }

    @Override
    public List<Event> decide(ReleaseRole command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.RESPOND);
        if (!known.holders().contains(command.assignee())) {
            throw new Refused(
                    Refusal.ROLE_NOT_HELD,
                    "%s is not %s of %s".formatted(command.assignee(), command.role(), command.incidentId()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "role", command.role(),
                            "holders", known.holders().stream().sorted().toList()));
        }
        return List.of(new RoleReleased(
                command.incidentId(), command.role(), command.assignee(), circumstances.orNow(command.occurredAt())));
    }
}
