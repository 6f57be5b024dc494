package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodedCommitsTest {

    private static final Commit FIRST = commit(Head.ORIGIN, event("A"));
    private static final Commit SECOND = commit(FIRST.head(), event("B"));
    private static final Commit THIRD = commit(SECOND.head(), event("C"));

    private static KeptCommit kept(Commit commit) {
        return KeptCommit.in(new Blocks(1_000_000), commit);
    }

    @Test
    void whatWasAddedFirstMakesRoom() {
        // given
        DecodedCommits decoded = new DecodedCommits(2 * 3 * FIRST.encoding().length);
        decoded.add(kept(FIRST), FIRST);
        decoded.add(kept(SECOND), SECOND);

        // when
        decoded.add(kept(THIRD), THIRD);

        // then
        assertThat(decoded.known(kept(FIRST))).isNull();
        assertThat(decoded.known(kept(SECOND))).isSameAs(SECOND);
        assertThat(decoded.known(kept(THIRD))).isSameAs(THIRD);
    }

    @Test
    void whatIsMoreThanThereIsRoomForIsNotKept() {
        DecodedCommits decoded = new DecodedCommits(10);

        decoded.add(kept(FIRST), FIRST);

        assertThat(decoded.known(kept(FIRST))).isNull();
    }

    @Test
    void oneThatIsAddedTwiceTakesItsRoomOnce() {
        DecodedCommits decoded = new DecodedCommits(2 * 3 * FIRST.encoding().length);

        decoded.add(kept(FIRST), FIRST);
        decoded.add(kept(SECOND), SECOND);
        decoded.add(kept(SECOND), SECOND);

        assertThat(decoded.known(kept(FIRST))).isSameAs(FIRST);
    }
}
