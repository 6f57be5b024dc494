package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.AssignActionItem;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.Event;
import java.util.List;

/** An open action item may get an owner, or another one. */
public final class AssigningAnActionItem implements Rule<AssignActionItem, ActionItemLife> {

    @Override
    public Class<AssignActionItem> command() {
        return AssignActionItem.class;
    }

    @Override
    public DecisionModel<ActionItemLife> knowledgeFor(AssignActionItem command) {
        return ActionItemLife.of(command.actionItemId());
    }

    @Override
    public List<Event> decide(AssignActionItem command, ActionItemLife actionItem, Circumstances circumstances) {
        return List.of(new ActionItemAssigned(
                actionItem.requireOpen(command.actionItemId()),
                command.actionItemId(),
                command.owner(),
                command.dueAt(),
                circumstances.now()));
    }
}
