package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import java.util.List;
import java.util.Objects;

/** Anybody may declare an incident, at any time: nothing has to be there before. */
public final class DeclaringAnIncident implements Rule<DeclareIncident, Boolean> {

    @Override
    public Class<DeclareIncident> command() {
        return DeclareIncident.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(DeclareIncident command) {
        return DecisionModel.whether(Tag.of(command.incidentId()), IncidentDeclared.class);
    }

    @Override
    public List<Event> decide(DeclareIncident command, Boolean idTaken, Circumstances circumstances) {
        if (idTaken) {
            throw new IdentifierTaken(command.incidentId());
        }
        return List.of(new IncidentDeclared(
                command.incidentId(),
                command.title(),
                command.severity(),
                command.services(),
                command.detection(),
                command.impactStartedAt(),
                command.summary(),
                Objects.requireNonNullElse(command.drill(), false),
                circumstances.orNow(command.occurredAt())));
    }
}
