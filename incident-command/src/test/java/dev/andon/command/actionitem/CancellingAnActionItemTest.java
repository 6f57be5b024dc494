package dev.andon.command.actionitem;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.cancelled;
import static dev.andon.command.actionitem.GivenActionItem.proposed;
import static dev.andon.command.actionitem.GivenActionItem.voted;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.CancelActionItem;
import dev.andon.kernel.event.ActionItemCancelled;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CancellingAnActionItemTest {

    private final RuleFixture rule = RuleFixture.of(new CancellingAnActionItem());

    @Test
    void aVetoedActionItemIsCancelled() {
        rule.given(proposed(), voted("bob", 0))
                .when(new CancelActionItem(ACTION_ITEM, "Rejected by the team"))
                .records(new ActionItemCancelled(INCIDENT, ACTION_ITEM, "Rejected by the team", NOW));
    }

    @Test
    void anActionItemIsCancelledOnce() {
        rule.given(proposed(), cancelled())
                .when(new CancelActionItem(ACTION_ITEM, "Again"))
                .isRefused(Refusal.ACTION_ITEM_NOT_OPEN, Map.of("actionItemId", ACTION_ITEM, "status", "CANCELLED"));
    }
}
