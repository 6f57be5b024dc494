package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.Event;
import java.util.List;

/** Everybody has one vote on an open action item, and may change it. */
public final class VotingOnAnActionItem implements Rule<VoteOnActionItem, ActionItemLife> {

    @Override
    public Class<VoteOnActionItem> command() {
        return VoteOnActionItem.class;
    }

    @Override
    public DecisionModel<ActionItemLife> knowledgeFor(VoteOnActionItem command) {
        return ActionItemLife.of(command.actionItemId());
    }

    @Override
    public List<Event> decide(VoteOnActionItem command, ActionItemLife actionItem, Circumstances circumstances) {
        return List.of(new ActionItemVoteCast(
                actionItem.requireOpen(command.actionItemId()),
                command.actionItemId(),
                circumstances.actor().id(),
                command.score(),
                command.comment(),
                circumstances.now()));
    }
}
