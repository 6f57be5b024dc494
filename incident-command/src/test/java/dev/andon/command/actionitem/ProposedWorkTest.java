package dev.andon.command.actionitem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.cancelled;
import static dev.andon.command.actionitem.GivenActionItem.completed;
import static dev.andon.command.actionitem.GivenActionItem.proposed;
import static dev.andon.command.actionitem.GivenActionItem.voted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposedWorkTest {

    @Test
    void workIsUndecidedUntilSomebodyOwnsIt() {
        assertThat(undecidedAfter(proposed())).containsExactly(ACTION_ITEM);
        assertThat(undecidedAfter(proposed(), assigned())).isEmpty();
    }

    @Test
    void workThatWasProposedWithAnOwnerIsDecided() {
        assertThat(undecidedAfter(new ActionItemProposed(
                INCIDENT, ACTION_ITEM, "Alert on lag", ActionItemKind.DETECT, "bob", null, EARLIER))).isEmpty();
    }

    @Test
    void workIsDecidedOnceItIsAgreed() {
        assertThat(undecidedAfter(proposed(), voted("bob", 3))).isEmpty();
        assertThat(undecidedAfter(proposed(), voted("bob", 5), voted("carol", 2))).containsExactly(ACTION_ITEM);
    }

    @Test
    void aVetoKeepsOwnedWorkUndecidedUntilTheVoterChangesIt() {
        assertThat(undecidedAfter(proposed(), assigned(), voted("bob", 0))).containsExactly(ACTION_ITEM);
        assertThat(undecidedAfter(proposed(), assigned(), voted("bob", 0), voted("bob", 1))).isEmpty();
    }

    @Test
    void workThatIsDoneOrCancelledIsDecided() {
        assertThat(undecidedAfter(proposed(), completed())).isEmpty();
        assertThat(undecidedAfter(proposed(), voted("bob", 0), cancelled())).isEmpty();
    }

    @Test
    void undecidedWorkIsNamedInTheOrderOfItsNumbers() {
        assertThat(undecidedAfter(proposed(ActionItemId.of(10)), proposed(ActionItemId.of(9))))
                .containsExactly(ActionItemId.of(9), ActionItemId.of(10));
    }

    private static ActionItemAssigned assigned() {
        return new ActionItemAssigned(INCIDENT, ACTION_ITEM, "bob", null, EARLIER);
    }

    private static List<ActionItemId> undecidedAfter(Event... events) {
        return ProposedWork.in(INCIDENT).after(List.of(events)).undecided();
    }
}
