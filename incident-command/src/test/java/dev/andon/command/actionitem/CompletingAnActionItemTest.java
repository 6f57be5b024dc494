package dev.andon.command.actionitem;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.completed;
import static dev.andon.command.actionitem.GivenActionItem.proposed;
import static dev.andon.command.actionitem.GivenActionItem.voted;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.event.ActionItemCompleted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletingAnActionItemTest {

    private final RuleFixture rule = RuleFixture.of(new CompletingAnActionItem());

    @Test
    void workThatNobodyVotedOnIsDone() {
        rule.given(proposed())
                .when(new CompleteActionItem(ACTION_ITEM, "See the alert"))
                .records(new ActionItemCompleted(INCIDENT, ACTION_ITEM, "See the alert", NOW));
    }

    @Test
    void workThatSomebodyDoubtsIsDone() {
        rule.given(proposed(), voted("bob", 1))
                .when(new CompleteActionItem(ACTION_ITEM, null))
                .records(new ActionItemCompleted(INCIDENT, ACTION_ITEM, null, NOW));
    }

    @Test
    void workThatIsVetoedIsNotDoneAndEveryVetoIsNamed() {
        rule.given(proposed(), voted("dave", 0), voted("bob", 0), voted("carol", 5))
                .when(new CompleteActionItem(ACTION_ITEM, null))
                .isRefused(
                        Refusal.ACTION_ITEM_VETOED,
                        Map.of("actionItemId", ACTION_ITEM, "vetoedBy", List.of("bob", "dave")));
    }

    @Test
    void aVetoThatWasTakenBackDoesNotCount() {
        rule.given(proposed(), voted("bob", 0), voted("bob", 3))
                .when(new CompleteActionItem(ACTION_ITEM, null))
                .records(new ActionItemCompleted(INCIDENT, ACTION_ITEM, null, NOW));
    }

    @Test
    void workIsDoneOnce() {
        rule.given(proposed(), completed())
                .when(new CompleteActionItem(ACTION_ITEM, null))
                .isRefused(Refusal.ACTION_ITEM_NOT_OPEN, Map.of("actionItemId", ACTION_ITEM, "status", "COMPLETED"));
    }
}
