package dev.andon.command.mitigation;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.command.ApplyMitigation;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.MitigationApplied;
import java.util.List;

/** A mitigation may be recorded as long as the incident takes entries, also one that had no effect. */
public final class ApplyingAMitigation implements Rule<ApplyMitigation, IncidentLife> {

    @Override
    public Class<ApplyMitigation> command() {
        return ApplyMitigation.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(ApplyMitigation command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(ApplyMitigation command, IncidentLife incident, Circumstances circumstances) {
        incident.requireOpenTo(Act.RESPOND);
        return List.of(new MitigationApplied(
                command.incidentId(),
                command.description(),
                command.effect(),
                command.service(),
                circumstances.orNow(command.occurredAt())));
    }
}
