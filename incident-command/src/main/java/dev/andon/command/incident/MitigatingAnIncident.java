package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMitigated;
import java.util.List;

/** Only an open incident can be mitigated. */
public final class MitigatingAnIncident implements Rule<MitigateIncident, IncidentLife> {

    @Override
    public Class<MitigateIncident> command() {
        return MitigateIncident.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(MitigateIncident command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(MitigateIncident command, IncidentLife incident, Circumstances circumstances) {
        incident.requireOpenTo(Act.MITIGATE);
        return List.of(new IncidentMitigated(
                command.incidentId(), command.summary(), circumstances.orNow(command.occurredAt())));
    }
}
