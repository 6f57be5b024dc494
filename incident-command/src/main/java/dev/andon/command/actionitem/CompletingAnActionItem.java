package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Work that somebody vetoes is not done in spite of them: while a present vote is 0, the action item cannot be completed. */
public final class CompletingAnActionItem implements Rule<CompleteActionItem, CompletingAnActionItem.Known> {

    private static final int VETO = 0;

    /**
     * What the decision depends on.
     *
     * @param vetoers those whose latest vote is a veto
     */
    public record Known(ActionItemLife actionItem, Set<String> vetoers) {}

    @Override
    public Class<CompleteActionItem> command() {
        return CompleteActionItem.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(CompleteActionItem command) {
        return ActionItemLife.of(command.actionItemId()).and(vetoersOf(command.actionItemId()), Known::new);
    }

    private static DecisionModel<Set<String>> vetoersOf(ActionItemId actionItemId) {
        return DecisionModel.startingWith(Set.<String>of())
                .on(actionItemId.tag(), ActionItemVoteCast.class, CompletingAnActionItem::after);
    }

    private static Set<String> after(Set<String> vetoers, ActionItemVoteCast vote) {
        var next = new TreeSet<>(vetoers);
        if (vote.score() == VETO) {
            next.add(vote.voter());
        } else {
            next.remove(vote.voter());
        }
        return next;
    }

    @Override
    public List<Event> decide(CompleteActionItem command, Known known, Circumstances circumstances) {
        IncidentId incidentId = known.actionItem().requireOpen(command.actionItemId());
        if (!known.vetoers().isEmpty()) {
            throw new Refused(
                    Refusal.ACTION_ITEM_VETOED,
                    "%s is vetoed by %s".formatted(command.actionItemId(), String.join(", ", known.vetoers())),
                    Map.of("actionItemId", command.actionItemId(), "vetoedBy", List.copyOf(known.vetoers())));
        }
        return List.of(new ActionItemCompleted(
                incidentId, command.actionItemId(), command.note(), circumstances.now()));
    }
}
