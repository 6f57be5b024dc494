package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodedCommitsTest {

    private static final Commit FIRST = commit(Head.ORIGIN, event("A"));
    private static final Commit SECOND = commit(FIRST.head(), event("B"));
    private static final Commit THIRD = commit(SECOND.head(), event("C"));

    @Test
    void whatWasAddedFirstMakesRoom() {
        // given
        DecodedCommits decoded = new DecodedCommits(2 * 3 * FIRST.encoding().length);
        decoded.add(KeptCommit.of(FIRST), FIRST);
        decoded.add(KeptCommit.of(SECOND), SECOND);

        // when
        decoded.add(KeptCommit.of(THIRD), THIRD);

        // then
        assertThat(decoded.known(KeptCommit.of(FIRST))).isNull();
        assertThat(decoded.known(KeptCommit.of(SECOND))).isSameAs(SECOND);
        assertThat(decoded.known(KeptCommit.of(THIRD))).isSameAs(THIRD);
    }

    @Test
    void whatIsMoreThanThereIsRoomForIsNotKept() {
        DecodedCommits decoded = new DecodedCommits(10);

        decoded.add(KeptCommit.of(FIRST), FIRST);

        assertThat(decoded.known(KeptCommit.of(FIRST))).isNull();
    }

    @Test
    void oneThatIsAddedTwiceTakesItsRoomOnce() {
        DecodedCommits decoded = new DecodedCommits(2 * 3 * FIRST.encoding().length);

        decoded.add(KeptCommit.of(FIRST), FIRST);
        decoded.add(KeptCommit.of(SECOND), SECOND);
        decoded.add(KeptCommit.of(SECOND), SECOND);

        assertThat(decoded.known(KeptCommit.of(FIRST))).isSameAs(FIRST);
    }
}
