package dev.andon.command.actionitem;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.proposed;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.event.ActionItemProposed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposingAnActionItemTest {

    private final RuleFixture rule = RuleFixture.of(new ProposingAnActionItem());

    @Test
    void workIsProposedWithAnOwnerAndADueDate() {
        rule.given(declared())
                .when(propose("bob", NOW.plusSeconds(600)))
                .records(new ActionItemProposed(
                        INCIDENT, ACTION_ITEM, "Alert on lag", ActionItemKind.DETECT, "bob", NOW.plusSeconds(600),
                        NOW));
    }

    @Test
    void workIsProposedBeforeAnybodyOwnsIt() {
        rule.given(declared())
                .when(propose(null, null))
                .records(new ActionItemProposed(
                        INCIDENT, ACTION_ITEM, "Alert on lag", ActionItemKind.DETECT, null, null, NOW));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(declared(), proposed()).when(propose(null, null)).needsAnotherIdThan(ACTION_ITEM);
    }

    private static ProposeActionItem propose(@Nullable String owner, @Nullable Instant dueAt) {
        return new ProposeActionItem(INCIDENT, ACTION_ITEM, "Alert on lag", ActionItemKind.DETECT, owner, dueAt);
    }
}
