package dev.andon.command.postmortem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PostmortemPublished;
import java.util.List;

/** The postmortem of an incident that is over is published once, also one that was waived; a reopened incident has another. */
public final class PublishingAPostmortem implements Rule<PublishPostmortem, KnownPostmortem> {

    @Override
    public Class<PublishPostmortem> command() {
        return PublishPostmortem.class;
    }

    @Override
    public DecisionModel<KnownPostmortem> knowledgeFor(PublishPostmortem command) {
        return KnownPostmortem.of(command.incidentId());
    }

    @Override
    public List<Event> decide(PublishPostmortem command, KnownPostmortem postmortem, Circumstances circumstances) {
        postmortem.incident().requireOpenTo(Act.PUBLISH_POSTMORTEM);
        postmortem.state().requireNotPublished(command.incidentId());
        return List.of(new PostmortemPublished(
                command.incidentId(), postmortem.state().edition() + 1, circumstances.now()));
    }
}
