package dev.andon.command.actionitem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import java.util.Map;

/**
 * Where one action item is. Its commands name it alone, so what it came out of is known only from its proposal, and the
 * incident's own life does not matter: work goes on after an incident has ended.
 */
sealed interface ActionItemLife {

    record NeverProposed() implements ActionItemLife {}

    record Open(IncidentId incidentId) implements ActionItemLife {}

    record Completed() implements ActionItemLife {}

    record Cancelled() implements ActionItemLife {}

    static DecisionModel<ActionItemLife> of(ActionItemId actionItemId) {
        Tag actionItem = actionItemId.tag();
        return DecisionModel.<ActionItemLife>startingWith(new NeverProposed())
                .on(actionItem, ActionItemProposed.class, (_, proposed) -> new Open(proposed.incidentId()))
                .on(actionItem, ActionItemCompleted.class, (_, _) -> new Completed())
                .on(actionItem, ActionItemCancelled.class, (_, _) -> new Cancelled());
    }

    /** The incident that an open action item came out of; refuses any other. */
    default IncidentId requireOpen(ActionItemId actionItemId) {
        return switch (this) {
            case NeverProposed() -> throw new NotFound("action item", actionItemId);
            case Open(var incidentId) -> incidentId;
            case Completed() -> throw notOpen(actionItemId, "COMPLETED");
            case Cancelled() -> throw notOpen(actionItemId, "CANCELLED");
        };
    }

    private static Refused notOpen(ActionItemId actionItemId, String status) {
        return new Refused(
                Refusal.ACTION_ITEM_NOT_OPEN,
                "%s is %s".formatted(actionItemId, status),
                Map.of("actionItemId", actionItemId, "status", status));
    }
}
