package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;

/** Work that somebody vetoes is not done in spite of them: while a present vote is 0, the action item cannot be completed. */
public final class CompletingAnActionItem implements Rule<CompleteActionItem, CompletingAnActionItem.Known> {

    /** What the decision depends on. */
    public record Known(ActionItemLife actionItem, Consensus consensus) {}

    @Override
    public Class<CompleteActionItem> command() {
        return CompleteActionItem.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(CompleteActionItem command) {
        return ActionItemLife.of(command.actionItemId()).and(Consensus.on(command.actionItemId()), Known::new);
    }

    @Override
    public List<Event> decide(CompleteActionItem command, Known known, Circumstances circumstances) {
        IncidentId incidentId = known.actionItem().requireOpen(command.actionItemId());
        List<String> vetoers = known.consensus().vetoers();
        if (!vetoers.isEmpty()) {
            throw new Refused(
                    Refusal.ACTION_ITEM_VETOED,
                    "%s is vetoed by %s".formatted(command.actionItemId(), String.join(", ", vetoers)),
                    Map.of("actionItemId", command.actionItemId(), "vetoedBy", vetoers));
        }
        return List.of(new ActionItemCompleted(
                incidentId, command.actionItemId(), command.note(), circumstances.now()));
    }
}
