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
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** In virtual time: nothing here waits. */
class FollowerTest {

    private final ListEventLog log = new ListEventLog();
    private final Sinks.Many<Long> recorded = Sinks.many().replay().latest();
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
    void anIdleFollowerPollsLessAndLess() {
        // when
        Disposable follower = follow();
        time.advanceTimeBy(Duration.ofSeconds(10));

        // then
        assertThat(log.reads).hasValueBetween(10, 60);
        follower.dispose();
    }

    @Test
    void whatAnotherProcessRecordsIsSeenWithoutAWakeUp() {
        // given
        Disposable follower = follow();
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
        Disposable follower = follow();

        // when
        Commit own = commit(Head.ORIGIN, event("FindingAdded"));
        log.commits.add(own);
        recorded.tryEmitNext(own.last()).orThrow();

        // then
        assertThat(seen).as("though no time has passed").containsExactly(own);
        follower.dispose();
    }

    @Test
    void aFollowerThatGoesAwayLeavesNothingBehind() {
        // given
        Disposable follower = follow();
        assertThat(recorded.currentSubscriberCount()).isEqualTo(1);
        int reads = log.reads.get();

        // when
        follower.dispose();
        time.advanceTimeBy(Duration.ofHours(1));

        // then
        assertThat(log.reads).hasValue(reads);
        assertThat(recorded.currentSubscriberCount()).isZero();
    }

    private Disposable follow() {
        return new Follower(log, recorded.asFlux(), 0).commits().subscribe(seen::add);
    }
}
