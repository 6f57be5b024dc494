package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** In virtual time: nothing here waits. */
class FollowerTest {

    private final Sinks.Many<Long> wakeUps = Sinks.many().multicast().directBestEffort();
    private final ListEventLog log = new ListEventLog() {
        @Override
        public Flux<Long> wakeUps() {
            return wakeUps.asFlux();
        }

        @Override
        public Mono<Head> head() {
            reads.incrementAndGet();
            return super.head();
        }
    };
    private final Tail tail = new Tail(100_000);
    private final Tailer tailer = new Tailer(log, tail);
    private final List<Commit> seen = new ArrayList<>();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();

    @BeforeEach
    void stopTheClocks() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void startTheClocks() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void anIdleLogIsPolledLessAndLessHoweverManyFollowIt() {
        // when
        List<Disposable> followers = List.of(follow(0), follow(0), follow(0));
        time.advanceTimeBy(Duration.ofSeconds(10));

        // then
        assertThat(log.reads).hasValueBetween(10, 60);
        followers.forEach(Disposable::dispose);
    }

    @Test
    void whatAnotherProcessRecordsIsSeenWithoutAWakeUp() {
        // given
        Disposable follower = follow(0);
        time.advanceTimeBy(Duration.ofSeconds(10));

        // when
        Commit foreign = commit(Head.ORIGIN, event("FindingAdded"));
        log.commits.add(foreign);
        time.advanceTimeBy(Duration.ofMillis(250));

        // then
        assertThat(seen).containsExactly(foreign);
        follower.dispose();
    }

    @Test
    void aWakeUpEndsTheWaitAtOnce() {
        // given
        Disposable follower = follow(0);
        time.advanceTimeBy(Duration.ofSeconds(10));

        // when
        Commit foreign = commit(Head.ORIGIN, event("FindingAdded"));
        log.commits.add(foreign);
        wakeUps.tryEmitNext(foreign.last()).orThrow();
        time.advanceTimeBy(Duration.ZERO);

        // then
        assertThat(seen).as("though no time has passed").containsExactly(foreign);
        follower.dispose();
    }

    @Test
    void whatTheTailHasIsFollowedWithoutReadingTheLog() {
        // given
        Disposable follower = follow(0);
        time.advanceTimeBy(Duration.ofMillis(1));
        int reads = log.reads.get();

        // when
        Commit own = commit(Head.ORIGIN, event("FindingAdded"));
        tail.add(own);
        time.advanceTimeBy(Duration.ZERO);

        // then
        assertThat(seen).containsExactly(own);
        assertThat(log.reads).hasValue(reads);
        follower.dispose();
    }

    @Test
    void whoIsBehindTheTailReadsTheLogUntilTheTailGoesOn() {
        // given
        Head head = Head.ORIGIN;
        for (int number = 0; number < 500; number++) {
            Commit commit = commit(head, event("FindingAdded"));
            log.commits.add(commit);
            head = commit.head();
        }
        tail.startBehind(log.commits.get(399).head());

        // when
        Disposable follower = follow(17);
        time.advanceTimeBy(Duration.ofMillis(1));

        // then
        assertThat(seen).isEqualTo(log.commits.subList(17, 500));
        follower.dispose();
    }

    @Test
    void whenTheLastFollowerGoesAwayNobodyReadsAnyMore() {
        // given
        Disposable follower = follow(0);
        Disposable last = follow(0);
        follower.dispose();
        time.advanceTimeBy(Duration.ofSeconds(1));
        int reads = log.reads.get();

        // when
        last.dispose();
        time.advanceTimeBy(Duration.ofHours(1));

        // then
        assertThat(log.reads).hasValue(reads);
        assertThat(wakeUps.currentSubscriberCount()).isZero();
    }

    private Disposable follow(long after) {
        return new Follower(log, tail, tailer, Schedulers.immediate(), after).commits().subscribe(seen::add);
    }
}
