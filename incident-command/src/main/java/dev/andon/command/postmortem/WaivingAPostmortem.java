package dev.andon.command.postmortem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PostmortemWaived;
import java.util.List;

/** A postmortem is waived once, and not after it was published. */
public final class WaivingAPostmortem implements Rule<WaivePostmortem, KnownPostmortem> {

    @Override
    public Class<WaivePostmortem> command() {
        return WaivePostmortem.class;
    }

    @Override
    public DecisionModel<KnownPostmortem> knowledgeFor(WaivePostmortem command) {
        return KnownPostmortem.of(command.incidentId());
    }

    @Override
    public List<Event> decide(WaivePostmortem command, KnownPostmortem postmortem, Circumstances circumstances) {
        postmortem.requireChangeable();
        if (postmortem.state().stage() == PostmortemState.Stage.WAIVED) {
            throw postmortem.state().refused(Refusal.POSTMORTEM_ALREADY_WAIVED, command.incidentId());
        }
        return List.of(new PostmortemWaived(command.incidentId(), command.reason(), circumstances.now()));
    }
}
