package dev.andon.command.actionitem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What became of all the work that was proposed in one incident. An action item is decided once it is done or cancelled,
 * or once somebody owns it or it is agreed, unless somebody vetoes it: work that cannot be completed is not decided.
 */
public record ProposedWork(Map<ActionItemId, Item> items) {

    /** One action item that is neither done nor cancelled. */
    public record Item(boolean owned, Consensus consensus) {

        boolean isDecided() {
            return (owned || consensus.isAgreed()) && consensus.vetoers().isEmpty();
        }
    }

    public static DecisionModel<ProposedWork> in(IncidentId incidentId) {
        Tag incident = incidentId.tag();
        return DecisionModel.startingWith(new ProposedWork(Map.of()))
                .on(incident, ActionItemProposed.class, (work, proposed) -> work.with(
                        proposed.actionItemId(), _ -> new Item(proposed.owner() != null, Consensus.NOBODY)))
                .on(incident, ActionItemAssigned.class, (work, assigned) -> work.with(
                        assigned.actionItemId(), item -> new Item(true, item.consensus())))
                .on(incident, ActionItemVoteCast.class, (work, vote) -> work.with(
                        vote.actionItemId(), item -> new Item(item.owned(), item.consensus().after(vote))))
                .on(incident, ActionItemCompleted.class, (work, done) -> work.without(done.actionItemId()))
                .on(incident, ActionItemCancelled.class, (work, cancelled) -> work.without(cancelled.actionItemId()));
    }

    /** In the order of their numbers. */
    public List<ActionItemId> undecided() {
        return items.entrySet().stream()
                .filter(item -> !item.getValue().isDecided())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(ActionItemId::number))
                .toList();
    }

    private ProposedWork with(ActionItemId actionItemId, UnaryOperator<Item> change) {
        var next = new HashMap<>(items);
        next.put(actionItemId, change.apply(items.getOrDefault(actionItemId, new Item(false, Consensus.NOBODY))));
        return new ProposedWork(Map.copyOf(next));
    }

    private ProposedWork without(ActionItemId actionItemId) {
        var next = new HashMap<>(items);
        next.remove(actionItemId);
        return new ProposedWork(Map.copyOf(next));
    }
}
