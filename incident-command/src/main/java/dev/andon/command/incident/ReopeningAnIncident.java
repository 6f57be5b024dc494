package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentReopened;
import java.util.List;

/** Only what was over can turn out not to be over; so can a false alarm. */
public final class ReopeningAnIncident implements Rule<ReopenIncident, IncidentLife> {

    @Override
    public Class<ReopenIncident> command() {
        return ReopenIncident.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(ReopenIncident command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(ReopenIncident command, IncidentLife incident, Circumstances circumstances) {
        incident.requireOpenTo(Act.REOPEN);
        return List.of(new IncidentReopened(
                command.incidentId(), command.reason(), circumstances.orNow(command.occurredAt())));
    }
}
