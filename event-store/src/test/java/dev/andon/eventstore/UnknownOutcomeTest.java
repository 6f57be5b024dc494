package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.FailPointLog.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of a commit whose acknowledgement is lost. */
@Timeout(120) // so that a test that waits for ever says so; no test is about time
class UnknownOutcomeTest {

    private static final Duration NOT_LONG = Duration.ofMillis(60);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK_FULL")
    void whateverTheLineDoesACommitIsAcknowledgedAndThereOnce(Fault fault) {
        // given
        FailPointLog log = FailPointLog.with(fault, fault);
        EventStore store = store(log, Duration.ofSeconds(30));

        // when
        List<Commit> acknowledged = await(Flux.range(0, 4)
                .flatMap(_ -> store.append(events(2, "A"), AppendCondition.none(), null)).collectList());
        log.arrive();

        // then
        assertThat(log.commits).containsExactlyInAnyOrderElementsOf(acknowledged);
        verify(log);
    }

    @Test
    void aPositionThatSomebodyElseTookMeanwhileSettlesTheMatter() {
        // given
        Commit foreign = commit(Head.ORIGIN, event("B"));
        FailPointLog log = FailPointLog.with(Fault.DELAYED, Fault.REQUEST_LOST);
        EventStore store = store(log, Duration.ofSeconds(30));

        // when
        Mono<Commit> append = store.append(events(1, "A"), AppendCondition.none(), null).cache();
        append.subscribe();
        log.insert(Head.ORIGIN, List.of(foreign));
        Commit recorded = await(append);
        log.arrive();

        // then
        assertThat(log.commits).containsExactly(foreign, recorded);
        verify(log);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLY_LOST", "REQUEST_LOST", "DELAYED"})
    void afterInsistingInVainTheCallerIsToldWhichCommitAtWhichPosition(Fault fault) {
        // given
        Commit first = commit(Head.ORIGIN, event("A"));
        Stream<Fault> always = Stream.generate(() -> fault);
        FailPointLog log = FailPointLog.with(always.limit(100).toArray(Fault[]::new));
        log.commits.add(first);
        EventStore store = store(log, NOT_LONG);

        // then
        assertThatThrownBy(() -> await(store.append(events(1, "B"), AppendCondition.none(), "command")))
                .isInstanceOfSatisfying(CommitOutcomeUnknownException.class, unknown -> {
                    assertThat(unknown.position()).isEqualTo(2);
                    assertThat(unknown).hasMessageContaining(unknown.commitId()).hasRootCauseInstanceOf(
                            IOException.class);
                    log.arrive();
                    assertThat(log.commits).filteredOn(commit -> commit.id().equals(unknown.commitId()))
                            .hasSize(fault == Fault.REQUEST_LOST ? 0 : 1);
                });
        verify(log);
    }

    @Test
    void afterACommitInDoubtTheNextOneIsBuiltOnWhatTheLogHolds() {
        // given
        Fault[] forAWhile = Stream.generate(() -> Fault.REPLY_LOST).limit(5).toArray(Fault[]::new);
        FailPointLog log = FailPointLog.with(forAWhile);
        EventStore store = store(log, Duration.ofMillis(3));
        assertThatThrownBy(() -> await(store.append(events(1, "A"), AppendCondition.none(), null)))
                .isInstanceOf(CommitOutcomeUnknownException.class);

        // when
        Commit next = await(store.append(events(1, "B"), AppendCondition.none(), null)
                .retryWhen(reactor.util.retry.Retry.indefinitely()
                        .filter(CommitOutcomeUnknownException.class::isInstance)));

        // then
        assertThat(log.commits).contains(next);
        verify(log);
    }

    @Test
    void nothingStoredIsBelievedOfTheFirstAttemptOnly() {
        // given
        FailPointLog certain = FailPointLog.with(Fault.DISK_FULL);
        FailPointLog doubtful = FailPointLog.with(Fault.DELAYED, Fault.DISK_FULL);

        // then
        assertThatThrownBy(() -> await(store(certain, NOT_LONG).append(events(1, "A"), AppendCondition.none(), null)))
                .isInstanceOf(NotStoredException.class);
        assertThat(await(store(doubtful, Duration.ofSeconds(30)).append(events(1, "A"), AppendCondition.none(), null)))
                .as("the second attempt spoke of itself only, so there is a third").isEqualTo(
                        doubtful.commits.getFirst());
        doubtful.arrive();
        verify(doubtful);
    }

    @Test
    void aLogThatSaysNothingAtAllIsNotWaitedForForEver() {
        // given
        EventStore store = store(new StrictEventLog() {
            @Override
            public Mono<Void> append(Head expected, List<Commit> batch) {
                return Mono.never();
            }
        }, NOT_LONG);

        // then
        assertThatThrownBy(() -> await(store.append(events(1, "A"), AppendCondition.none(), null)))
                .isInstanceOf(CommitOutcomeUnknownException.class);
    }

    private static EventStore store(EventLog log, Duration insistence) {
        return new EventStore(log, Clock.systemUTC(), Limits.defaults().withInsistence(insistence));
    }

    private static void verify(EventLog log) {
        assertThat(await(LogVerifier.verify(log)).firstFault()).isEmpty();
    }
}
