package dev.andon.command.actionitem;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.cancelled;
import static dev.andon.command.actionitem.GivenActionItem.completed;
import static dev.andon.command.actionitem.GivenActionItem.proposed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionItemLifeTest {

    @Test
    void anActionItemKnowsTheIncidentItCameOutOf() {
        assertThat(after(proposed()).requireOpen(ACTION_ITEM)).isEqualTo(INCIDENT);
    }

    @Test
    void anActionItemThatNobodyProposedIsNotFound() {
        assertThatThrownBy(() -> after(proposed(ActionItemId.of(90))).requireOpen(ACTION_ITEM))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no action item ACT-9");
    }

    @Test
    void anActionItemIsOpenUntilItIsDoneOrCancelledAndThenSaysWhich() {
        assertThat(refusedAfter(proposed(), completed()).state())
                .isEqualTo(Map.of("actionItemId", ACTION_ITEM, "status", "COMPLETED"));
        assertThat(refusedAfter(proposed(), cancelled()).state())
                .isEqualTo(Map.of("actionItemId", ACTION_ITEM, "status", "CANCELLED"));
    }

    private static ActionItemLife after(Event... events) {
        return ActionItemLife.of(ACTION_ITEM).after(List.of(events));
    }

    private static Refused refusedAfter(Event... events) {
        var refused = catchThrowableOfType(Refused.class, () -> after(events).requireOpen(ACTION_ITEM));
        assertThat(refused.refusal()).isEqualTo(Refusal.ACTION_ITEM_NOT_OPEN);
        return refused;
    }
}
