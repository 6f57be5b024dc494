package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each lie that a log could tell, and where the verifier says it is. */
class LogVerifierTest {

    private static final Tag INCIDENT = Tag.of("incident", "INC-1");

    private final ListEventLog log = new ListEventLog();

    @Test
    void aSoundLogIsSoundAndItsHeadStandsForAllOfIt() {
        // given
        record("one", event("IncidentDeclared", INCIDENT));
        Commit last = record("two", event("FindingAdded"), event("FindingAdded"));

        // then
        assertThat(verify()).isEqualTo(new Verification(2, Optional.of(NOON), last.head(), Optional.empty()));
    }

    @Test
    void anEmptyLogIsSound() {
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void aMissingCommitIsFound() {
        record(null, event("A"));
        record(null, event("B"), event("B"));
        record(null, event("C"));
        log.commits.remove(1);
        assertFault(2, "Position 2 is expected next, but the next commit begins at 4");
    }

    @Test
    void commitsThatOverlapAreFound() {
        Commit first = record(null, event("A"), event("A"));
        log.commits.add(commit(new Head(1, first.hash(), first.recordedAt()), event("B")));
        assertFault(3, "begins at 2");
    }

    @Test
    void anEventThatWasChangedIsFound() {
        record(null, event("A"));
        Commit told = record(null, event("B"));
        record(null, event("C"));
        log.commits.set(1, new Commit(told.first(), told.id(), null, told.condition(), told.recordedAt(),
                told.previousHash(), told.hash(), List.of(event("D"))));
        assertFault(2, "not what its hash was computed from");
    }

    @Test
    void aHistoryThatWasRewrittenWithFittingHashesBreaksTheChainBehindIt() {
        Commit first = record(null, event("A"));
        record(null, event("B"));
        record(null, event("C"));
        log.commits.set(1, commit(first.head(), event("D")));
        assertFault(3, "does not name the hash of the commit before it");
    }

    @Test
    void aClockThatWentBackIsFound() {
        Commit first = record(null, event("A"));
        Head earlier = new Head(1, first.hash(), NOON.minusSeconds(1));
        log.commits.add(Commit.following(earlier, "id", null, AppendCondition.none(), NOON.minusSeconds(1),
                List.of(event("B"))));
        assertFault(2, "earlier than the one before it");
    }

    @Test
    void aCommitIdThatOccursTwiceIsFound() {
        Commit first = record(null, event("A"));
        Commit second = record(null, event("B"));
        log.commits.add(Commit.following(second.head(), first.id(), null, AppendCondition.none(), NOON,
                List.of(event("C"))));
        assertFault(3, "Commit id " + first.id() + " occurs a second time");
    }

    @Test
    void aCommandIdThatOccursTwiceIsFound() {
        record("command", event("A"));
        record("another", event("B"), event("B"));
        record("command", event("C"));
        assertFault(4, "Command id command occurs a second time");
    }

    @Test
    void theFirstOfTwoFaultsIsNamed() {
        record("command", event("A"));
        record("command", event("B"));
        record(null, event("C"));
        log.commits.remove(2);
        log.commits.add(commit(Head.ORIGIN, event("C")));
        assertFault(2, "Command id command occurs a second time");
    }

    @Test
    void aCommitWhoseConditionDidNotHoldIsFound() {
        record(null, event("A", INCIDENT));
        Commit second = record(null, event("B", INCIDENT));
        decideBehind(second, new AppendCondition(Criteria.tagged(INCIDENT), 1));
        assertFault(3, "decided at position 1, and depends on the event at position 2");
    }

    @Test
    void aConditionThatReachesFarBackIsCheckedToo() {
        // given
        record(null, event("Declared", INCIDENT));
        List<EventData> others = IntStream.range(0, 1_000).mapToObj(number -> event("Other")).toList();
        for (int thousands = 0; thousands < 10; thousands++) {
            record(null, others.toArray(EventData[]::new));
        }

        // when
        decideBehind(log.commits.getLast(), new AppendCondition(Criteria.tagged(INCIDENT), 1));
        assertThat(verify().isSound()).isTrue();
        decideBehind(log.commits.getLast(), new AppendCondition(Criteria.tagged(INCIDENT).andTypes("Declared"), 0));

        // then
        assertFault(10_003, "depends on the event at position 1");
    }

    @Test
    void aLogThatSaysItIsLongerThanItIsIsFound() {
        Commit only = record(null, event("A"));
        EventLog boasting = new ListEventLog() {
            @Override
            public Mono<Head> head() {
                return Mono.just(new Head(7, only.hash(), only.recordedAt()));
            }

            @Override
            public Flux<Commit> read(long after) {
                return log.read(after);
            }
        };
        assertThat(await(LogVerifier.verify(boasting)).firstFault()).hasValueSatisfying(
                fault -> assertThat(fault.position()).isEqualTo(2));
    }

    private Commit record(@Nullable String commandId, EventData... events) {
        Commit commit = commit(await(log.head()), commandId, events);
        log.commits.add(commit);
        return commit;
    }

    private void decideBehind(Commit last, AppendCondition condition) {
        log.commits.add(Commit.following(last.head(), "decided at " + last.last(), null, condition, NOON,
                List.of(event("Decided"))));
    }

    private Verification verify() {
        return await(LogVerifier.verify(log));
    }

    private void assertFault(long position, String sentence) {
        assertThat(verify().firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.position()).isEqualTo(position);
        });
    }
}
