package dev.andon.command.actionitem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.Event;
import java.util.List;

/** Work may be proposed as long as the incident takes entries. */
public final class ProposingAnActionItem implements Rule<ProposeActionItem, ProposingAnActionItem.Known> {

    /** What the decision depends on. */
    public record Known(IncidentLife incident, boolean idTaken) {}

    @Override
    public Class<ProposeActionItem> command() {
        return ProposeActionItem.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(ProposeActionItem command) {
        return IncidentLife.of(command.incidentId())
                .and(DecisionModel.whether(Tag.of(command.actionItemId()), ActionItemProposed.class), Known::new);
    }

    @Override
    public List<Event> decide(ProposeActionItem command, Known known, Circumstances circumstances) {
        known.incident().requireOpenTo(Act.LEARN);
        if (known.idTaken()) {
            throw new IdentifierTaken(command.actionItemId());
        }
        return List.of(new ActionItemProposed(
                command.incidentId(),
                command.actionItemId(),
                command.title(),
                command.kind(),
                command.owner(),
                command.dueAt(),
                circumstances.now()));
    }
}
