package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private boolean away;
    private Duration latency = Duration.ZERO;
    private Mono<Head> answer = Mono.error(new IOException("connection refused"));
    private final Sinks.Many<Long> wakeUps = Sinks.many().multicast().directBestEffort();
    private final ListEventLog log = new ListEventLog() {
        @Override
        public Flux<Long> wakeUps() {
            return wakeUps.asFlux();
        }

        @Override
        public Mono<Head> head() {
            return Mono.defer(() -> {
                reads.incrementAndGet();
                return away ? answer : Mono.delay(latency).then(super.head());
            });
        }

        @Override
        public Flux<Commit> read(long after) {
            return Flux.defer(
                    () -> away ? super.read(after).take(1).concatWith(answer.then(Mono.empty())) : super.read(after));
        }
    };
    private final Tail tail = new Tail(100_000);
    private final Outage outage = new Outage();
    private final Tailer tailer = new Tailer(log, tail, outage);
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
    void whatTheProcessRecordsItselfIsNoReasonToLookMoreOften() {
        // given
        latency = Duration.ofMillis(20);
        Disposable follower = follow(0);
        time.advanceTimeBy(latency);

        // when
        for (Head head = Head.ORIGIN; head.position() < 1_000; head = log.commits.getLast().head()) {
            Commit own = commit(head, event("FindingAdded"));
            log.commits.add(own);
            tail.add(own);
            time.advanceTimeBy(Duration.ofMillis(10));
        }

        // then
        assertThat(seen).hasSize(1_000);
        assertThat(log.reads).hasValueBetween(10, 60);
        follower.dispose();
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
        recordInLog(500);
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

    @Test
    void aLogThatIsAwayForAMinuteEndsNoStream() {
        // given
        List<Disposable> followers = List.of(follow(0), follow(0));
        time.advanceTimeBy(Duration.ofSeconds(1));

        // when
        away = true;
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(log.reads).as("it is asked again, but less and less often").hasValueBetween(10, 100);
        log.commits.add(commit(Head.ORIGIN, event("FindingAdded")));
        away = false;
        time.advanceTimeBy(Duration.ofSeconds(4));

        // then
        assertThat(seen).hasSize(2).containsOnly(log.commits.getFirst());
        followers.forEach(Disposable::dispose);
    }

    @Test
    void aLogThatNeverAnswersIsAskedAgain() {
        // given
        Disposable follower = follow(0);
        answer = Mono.never();
        away = true;
        time.advanceTimeBy(Duration.ofSeconds(1));

        // when
        log.commits.add(commit(Head.ORIGIN, event("FindingAdded")));
        away = false;
        time.advanceTimeBy(Duration.ofMinutes(1));

        // then
        assertThat(seen).isEqualTo(log.commits);
        follower.dispose();
    }

    @Test
    void whoIsCutOffInTheMiddleOfTheLogGoesOnWhereItWas() {
        // given
        away = true;
        recordInLog(500);
        tail.startBehind(log.commits.getLast().head());

        // when
        Disposable follower = follow(0);
        time.advanceTimeBy(Duration.ofSeconds(10));
        assertThat(seen).hasSizeBetween(2, 100);
        away = false;
        time.advanceTimeBy(Duration.ofSeconds(4));

        // then
        assertThat(seen).isEqualTo(log.commits);
        follower.dispose();
    }

    @Test
    void aDamagedLogEndsEveryStreamAtOnce() {
        // given
        List<Throwable> failures = new ArrayList<>();
        follower(0).subscribe(seen::add, failures::add);
        follower(0).subscribe(seen::add, failures::add);

        // when
        answer = Mono.error(new CorruptCommitException(1, "its bytes are missing"));
        away = true;
        time.advanceTimeBy(Duration.ofSeconds(1));

        // then
        assertThat(failures).hasSize(2).allMatch(CorruptCommitException.class::isInstance);
    }

    @Test
    void whoFollowsAfterAllHadGoneIsToldOfWhatIsNew() {
        // given
        follow(0).dispose();
        time.advanceTimeBy(Duration.ofHours(1));

        // when
        Disposable follower = follow(0);
        time.advanceTimeBy(Duration.ofSeconds(1));
        recordInLog(1);
        time.advanceTimeBy(Duration.ofMillis(250));

        // then
        assertThat(seen).isEqualTo(log.commits);
        follower.dispose();
    }

    private void recordInLog(int count) {
        Head head = Head.ORIGIN;
        for (int number = 0; number < count; number++) {
            Commit commit = commit(head, event("FindingAdded"));
            log.commits.add(commit);
            head = commit.head();
        }
    }

    private Flux<Commit> follower(long after) {
        return new Follower(log, tail, tailer, outage, Schedulers.immediate(), after).commits();
    }

    private Disposable follow(long after) {
        return follower(after).subscribe(seen::add);
    }
}
