package dev.andon.command.incident;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import java.util.List;

/** An incident that is not closed may turn out to be none, also after it seemed to go away by itself. */
public final class MarkingAFalseAlarm implements Rule<MarkFalseAlarm, IncidentLife> {

    @Override
    public Class<MarkFalseAlarm> command() {
        return MarkFalseAlarm.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(MarkFalseAlarm command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(MarkFalseAlarm command, IncidentLife incident, Circumstances circumstances) {
        incident.requireOpenTo(Act.MARK_FALSE_ALARM);
        return List.of(new IncidentMarkedFalseAlarm(
                command.incidentId(), command.reason(), command.cost(), circumstances.orNow(command.occurredAt())));
    }
}
