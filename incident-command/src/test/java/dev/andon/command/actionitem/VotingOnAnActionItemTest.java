package dev.andon.command.actionitem;

import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.completed;
import static dev.andon.command.actionitem.GivenActionItem.proposed;
import static dev.andon.command.actionitem.GivenActionItem.voted;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.Actor;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.event.ActionItemVoteCast;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VotingOnAnActionItemTest {

    private final RuleFixture rule = RuleFixture.of(new VotingOnAnActionItem());

    @Test
    void whoeverSendsTheVoteCastsItAlsoThroughABot() {
        rule.given(proposed())
                .when(new VoteOnActionItem(ACTION_ITEM, 0, "No"), new Actor("bob", "slack-bot"))
                .records(new ActionItemVoteCast(INCIDENT, ACTION_ITEM, "bob", 0, "No", NOW));
    }

    @Test
    void aVoteMayChange() {
        rule.given(proposed(), voted("alice", 0))
                .when(new VoteOnActionItem(ACTION_ITEM, 3, null))
                .records(new ActionItemVoteCast(INCIDENT, ACTION_ITEM, "alice", 3, null, NOW));
    }

    @Test
    void nobodyVotesOnWhatIsDone() {
        rule.given(proposed(), completed())
                .when(new VoteOnActionItem(ACTION_ITEM, 3, null))
                .isRefused(Refusal.ACTION_ITEM_NOT_OPEN, Map.of("actionItemId", ACTION_ITEM, "status", "COMPLETED"));
    }
}
