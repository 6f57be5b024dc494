package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.CancelActionItem;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.Event;
import java.util.List;

/** An open action item may be cancelled, whatever the votes. */
public final class CancellingAnActionItem implements Rule<CancelActionItem, ActionItemLife> {

    @Override
    public Class<CancelActionItem> command() {
        return CancelActionItem.class;
    }

    @Override
    public DecisionModel<ActionItemLife> knowledgeFor(CancelActionItem command) {
        return ActionItemLife.of(command.actionItemId());
    }

    @Override
    public List<Event> decide(CancelActionItem command, ActionItemLife actionItem, Circumstances circumstances) {
        return List.of(new ActionItemCancelled(
                actionItem.requireOpen(command.actionItemId()),
                command.actionItemId(),
                command.reason(),
                circumstances.now()));
    }
}
