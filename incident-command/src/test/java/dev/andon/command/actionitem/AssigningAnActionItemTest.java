package dev.andon.command.actionitem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.cancelled;
import static dev.andon.command.actionitem.GivenActionItem.proposed;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.AssignActionItem;
import dev.andon.kernel.event.ActionItemAssigned;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssigningAnActionItemTest {

    private final RuleFixture rule = RuleFixture.of(new AssigningAnActionItem());

    @Test
    void anActionItemGetsAnOwnerAndADueDate() {
        rule.given(proposed())
                .when(new AssignActionItem(ACTION_ITEM, "bob", NOW.plusSeconds(600)))
                .records(new ActionItemAssigned(INCIDENT, ACTION_ITEM, "bob", NOW.plusSeconds(600), NOW));
    }

    @Test
    void anActionItemGetsAnotherOwner() {
        rule.given(proposed(), new ActionItemAssigned(INCIDENT, ACTION_ITEM, "bob", null, EARLIER))
                .when(new AssignActionItem(ACTION_ITEM, "carol", null))
                .records(new ActionItemAssigned(INCIDENT, ACTION_ITEM, "carol", null, NOW));
    }

    @Test
    void aCancelledActionItemNeedsNoOwner() {
        rule.given(proposed(), cancelled())
                .when(new AssignActionItem(ACTION_ITEM, "bob", null))
                .isRefused(Refusal.ACTION_ITEM_NOT_OPEN, Map.of("actionItemId", ACTION_ITEM, "status", "CANCELLED"));
    }
}
