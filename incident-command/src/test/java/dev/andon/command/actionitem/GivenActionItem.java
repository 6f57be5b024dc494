package dev.andon.command.actionitem;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;

/** What happened to one action item before. */
final class GivenActionItem {

    static final ActionItemId ACTION_ITEM = ActionItemId.of(9);

    private GivenActionItem() {}

    static ActionItemProposed proposed() {
        return proposed(ACTION_ITEM);
    }

    static ActionItemProposed proposed(ActionItemId actionItemId) {
        return new ActionItemProposed(
                INCIDENT, actionItemId, "Alert on lag", ActionItemKind.DETECT, null, null, EARLIER);
    }

    static ActionItemVoteCast voted(String voter, int score) {
        return new ActionItemVoteCast(INCIDENT, ACTION_ITEM, voter, score, null, EARLIER);
    }

    static ActionItemCompleted completed() {
        return new ActionItemCompleted(INCIDENT, ACTION_ITEM, null, EARLIER);
    }

    static ActionItemCancelled cancelled() {
        return new ActionItemCancelled(INCIDENT, ACTION_ITEM, "Rejected", EARLIER);
    }
}
