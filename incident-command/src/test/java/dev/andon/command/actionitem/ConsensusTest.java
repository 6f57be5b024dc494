package dev.andon.command.actionitem;

import static dev.andon.command.actionitem.GivenActionItem.ACTION_ITEM;
import static dev.andon.command.actionitem.GivenActionItem.voted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.event.ActionItemVoteCast;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    @Test
    void nobodyHasAgreedToWhatNobodyVotedOn() {
        assertThat(after().isAgreed()).isFalse();
    }

    @Test
    void aVetoBlocksHoweverManyAreForItUntilItsVoterChangesIt() {
        assertThat(after(voted("bob", 0), voted("carol", 5), voted("dave", 5)).isAgreed()).isFalse();
        assertThat(after(voted("bob", 0), voted("carol", 5), voted("bob", 3)).isAgreed()).isTrue();
        assertThat(after(voted("bob", 0), voted("carol", 5), voted("bob", 3)).vetoers()).isEmpty();
    }

    @Test
    void itIsAgreedWhenNobodyIsBelowThree() {
        assertThat(after(voted("bob", 3), voted("carol", 5)).isAgreed()).isTrue();
        assertThat(after(voted("bob", 2), voted("carol", 5)).isAgreed()).isFalse();
        assertThat(after(voted("bob", 3), voted("carol", 5), voted("carol", 2)).isAgreed()).isFalse();
    }

    @Test
    void whoVetoesIsNamed() {
        assertThat(after(voted("dave", 0), voted("bob", 0), voted("carol", 1)).vetoers()).containsExactly("bob",
                "dave");
    }

    private static Consensus after(ActionItemVoteCast... votes) {
        return Consensus.on(ACTION_ITEM).after(List.of(votes));
    }
}
