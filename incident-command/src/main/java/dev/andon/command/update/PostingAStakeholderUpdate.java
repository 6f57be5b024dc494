package dev.andon.command.update;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.command.PostStakeholderUpdate;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import java.util.List;

/** Stakeholders may be told something as long as the incident takes entries. */
public final class PostingAStakeholderUpdate implements Rule<PostStakeholderUpdate, IncidentLife> {

    @Override
    public Class<PostStakeholderUpdate> command() {
        return PostStakeholderUpdate.class;
    }

    @Override
    public DecisionModel<IncidentLife> knowledgeFor(PostStakeholderUpdate command) {
        return IncidentLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(PostStakeholderUpdate command, IncidentLife incident, Circumstances circumstances) {
        incident.requireOpenTo(Act.RESPOND);
        return List.of(new StakeholderUpdatePosted(
                command.incidentId(),
                command.audience(),
                command.message(),
                command.channel(),
                command.nextUpdateDueAt(),
                circumstances.orNow(command.occurredAt())));
    }
}
