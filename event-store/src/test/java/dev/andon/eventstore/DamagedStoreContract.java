package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Verification.Invariant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be wrong in a store, put there behind the log's back; the verifier must name the place and what is broken. */
public abstract class DamagedStoreContract {

    private static final Tag INCIDENT = Tag.of("incident", "INC-1");

    private final List<Commit> written = new ArrayList<>();

    /** Empties the store, and puts commits into it as they are, whatever is wrong with them. */
    protected abstract void store(List<Commit> commits) throws Exception;

    /** Changes one byte of what is stored of this commit's first payload. */
    protected abstract void flipAByteOf(Commit commit) throws Exception;

    /** Lets each stand under the other's position. */
    protected abstract void swap(Commit one, Commit other) throws Exception;

    /** Leaves of this commit what nobody can read. */
    protected abstract void mangle(Commit commit) throws Exception;

    protected abstract EventLog openReadOnly() throws Exception;

    /** Four commits, of two events each. */
    @BeforeEach
    void writeFourCommits() throws Exception {
        for (int number = 1; number <= 4; number++) {
            write("command " + number, AppendCondition.none());
        }
        store(written);
    }

    private Commit write(String commandId, AppendCondition condition) {
        Head head = written.isEmpty() ? Head.ORIGIN : written.getLast().head();
        Commit commit = Commit.following(head, "commit of " + commandId + " at " + head.position(), commandId,
                condition, NOON, List.of(event("FindingAdded", INCIDENT), event("FindingAdded", INCIDENT)));
        written.add(commit);
        return commit;
    }

    @Test
    void aStoreAsItShouldBeIsSound() throws Exception {
        assertThat(verify()).satisfies(sound -> {
            assertThat(sound.firstFault()).isEmpty();
            assertThat(sound.head()).isEqualTo(written.getLast().head());
            assertThat(sound.commits()).isEqualTo(4);
            assertThat(sound.events()).isEqualTo(8);
        });
    }

    @Test
    void aFlippedByteIsFound() throws Exception {
        flipAByteOf(written.get(2));
        assertFault(5, Invariant.I4);
    }

    @Test
    void aFlippedByteInTheLastCommitIsFoundToo() throws Exception {
        flipAByteOf(written.getLast());
        assertFault(7, Invariant.I4);
    }

    @Test
    void anUnreadableCommitIsFoundAndTheOnesBeforeItAreChecked() throws Exception {
        mangle(written.getLast());
        assertFault(7, Invariant.I4);
        mangle(written.getFirst());
        assertFault(1, Invariant.I4);
    }

    @Test
    void aMissingCommitIsFoundEvenIfTheNextOneIsUnreadable() throws Exception {
        store(List.of(written.get(0), written.get(2), written.get(3)));
        assertFault(3, Invariant.I1);
        mangle(written.get(2));
        assertFault(3, Invariant.I1);
    }

    @Test
    void commitsThatHaveChangedPlacesAreFound() throws Exception {
        swap(written.get(1), written.get(3));
        assertFault(3, Invariant.I4);
    }

    @Test
    void aHashThatFitsNothingIsFound() throws Exception {
        Commit third = written.get(2);
        written.set(2, new Commit(third.first(), third.id(), third.commandId(), third.condition(), third.recordedAt(),
                third.previousHash(), Hash.ORIGIN, third.events()));
        store(written);
        assertFault(5, Invariant.I4);
    }

    @Test
    void aHistoryThatWasRewrittenIsFoundWhereTheOldOneGoesOn() throws Exception {
        written.set(2, commit(written.get(1).head(), event("Forged"), event("Forged")));
        store(written);
        assertFault(7, Invariant.I4);
    }

    @Test
    void aHistoryThatWasRewrittenToItsEndIsFoundByAHeadThatWasNotedBefore() throws Exception {
        // given
        Bookmark noted = new Bookmark(6, written.get(2).hash());
        assertThat(verify(noted).firstFault()).isEmpty();

        // when
        written.set(2, commit(written.get(1).head(), event("Forged"), event("Forged")));
        written.set(3, commit(written.get(2).head(), event("FindingAdded")));
        store(written);

        // then
        assertThat(verify().firstFault()).isEmpty();
        assertThat(verify(noted).firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.invariant()).isEqualTo(Invariant.KNOWN_HEAD);
            assertThat(fault.position()).isEqualTo(5);
            assertThat(fault.sentence()).contains(noted.hash().hex());
        });
    }

    @Test
    void aLogThatWasCutOffIsFoundByAHeadThatWasNotedBefore() throws Exception {
        Bookmark noted = new Bookmark(8, written.getLast().hash());
        store(written.subList(0, 3));
        assertThat(verify().firstFault()).isEmpty();
        assertThat(verify(noted).firstFault()).hasValueSatisfying(fault -> assertThat(fault.position()).isEqualTo(7));
    }

    @Test
    void aTimeThatGoesBackIsFound() throws Exception {
        Head last = written.getLast().head();
        Head early = new Head(last.position(), last.hash(), Head.ORIGIN.recordedAt());
        written.add(Commit.following(early, "early", null, AppendCondition.none(), NOON.minusSeconds(9),
                List.of(event("FindingAdded"))));
        store(written);
        assertFault(9, Invariant.I5);
    }

    @Test
    void aCommandThatWasRecordedTwiceIsFound() throws Exception {
        write("command 2", AppendCondition.none());
        store(written);
        assertFault(9, Invariant.I3);
    }

    @Test
    void aCommitIdThatOccursTwiceIsFound() throws Exception {
        written.add(Commit.following(written.getLast().head(), written.getFirst().id(), null, AppendCondition.none(),
                NOON, List.of(event("FindingAdded"))));
        store(written);
        assertFault(9, Invariant.I3);
    }

    @Test
    void aConditionThatDidNotHoldIsFound() throws Exception {
        write("command 5", new AppendCondition(Criteria.tagged(INCIDENT).andTypes("FindingAdded"), 7));
        store(written);
        assertFault(9, Invariant.I2);
    }

    @Test
    void aConditionThatReachesBackToTheBeginningIsCheckedToo() throws Exception {
        // given
        Tag other = Tag.of("incident", "INC-2");
        write("command 5", new AppendCondition(Criteria.tagged(other).or(Criteria.tagged(other, INCIDENT)), 0));
        store(written);
        assertThat(verify().firstFault()).isEmpty();

        // when
        write("command 6", new AppendCondition(Criteria.tagged(INCIDENT), 0));
        store(written);

        // then
        assertFault(11, Invariant.I2);
    }

    private void assertFault(long position, Invariant invariant) throws Exception {
        Verification found = verify();
        assertThat(found.firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.position()).as(fault.sentence()).isEqualTo(position);
            assertThat(fault.invariant()).as(fault.sentence()).isEqualTo(invariant);
        });
        assertThat(found.soundUpTo()).isEqualTo(position - 1);
    }

    private Verification verify() throws Exception {
        try (EventLog log = openReadOnly()) {
            return await(LogVerifier.verify(log));
        }
    }

    private Verification verify(Bookmark known) throws Exception {
        try (EventLog log = openReadOnly()) {
            return await(LogVerifier.of(log).containing(known).verify());
        }
    }
}
