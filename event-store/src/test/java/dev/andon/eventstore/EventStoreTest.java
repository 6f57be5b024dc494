package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the store itself adds to a log. */
@Timeout(120) // so that a test that waits for ever says so; no test is about time
class EventStoreTest {

    private final ListEventLog log = new ListEventLog();

    @Test
    void theTimeOfRecordingIsInMillisecondsAndNeverGoesBack() {
        // given
        append(at(NOON.plusNanos(999_999)));

        // when
        append(at(NOON.minusSeconds(60)));
        append(at(NOON.plusSeconds(1)));

        // then
        assertThat(log.commits).extracting(Commit::recordedAt).containsExactly(NOON, NOON, NOON.plusSeconds(1));
    }

    @Test
    void whoDoesNotOfferToWaitIsAnsweredElsewhereHoweverSoonItIsDone() {
        Mono<Thread> answered = at(NOON).append(events(1, "FindingAdded"), AppendCondition.none(), null)
                .map(_ -> Thread.currentThread());
        Mono<Thread> offered = at(NOON).appendHere(events(1, "FindingAdded"), AppendCondition.none(), null)
                .map(_ -> Thread.currentThread());

        assertThat(await(answered).isVirtual()).isTrue();
        assertThat(await(offered.subscribeOn(Schedulers.parallel())).isVirtual()).isTrue();
        assertThat(await(offered)).isEqualTo(Thread.currentThread());
    }

    @Test
    void whatIsTooMuchForOneCommitIsRefusedBeforeAnythingIsStored() {
        EventStore store = at(NOON);
        EventData large = new EventData("id", "FindingAdded", "1", NOON, Set.of(), new byte[Bounds.BYTES],
                Map.of());

        assertThatThrownBy(() -> append(store, events(1_001, "FindingAdded")))
                .isInstanceOf(CommitTooLargeException.class).hasMessageContaining("1,000")
                .hasMessageContaining("1,001");
        assertThatThrownBy(() -> append(store, List.of(large)))
                .isInstanceOf(CommitTooLargeException.class).hasMessageContaining("8,388,608");
        assertThatThrownBy(() -> append(store, List.of(event("Half a surrogate pair \uD83D"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Unicode");
        assertThat(append(store, events(1_000, "FindingAdded")).last()).isEqualTo(1_000);
    }

    @Test
    void whatIsLongerThanEveryLogCanTakeIsNamed() {
        EventStore store = at(NOON);
        String longText = "x".repeat(513);

        assertThatThrownBy(() -> append(store, List.of(event(longText))))
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessageStartingWith("A type has at most 512 characters, not 513: xxx");
        assertThatThrownBy(() -> append(store, List.of(event("FindingAdded", Tag.of("incident", longText)))))
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessageStartingWith("A tag has at most 512 characters, not 522: incident=xxx");
        assertThatThrownBy(() -> append(store, List.of(event("FindingAdded", IntStream.range(0, 65)
                .mapToObj(number -> Tag.of("number", "" + number)).toArray(Tag[]::new)))))
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessage("An event has at most 64 tags, not 65");
        assertThatThrownBy(() -> store
                .append(List.of(event("FindingAdded")),
                        new AppendCondition(Criteria.tagged(Tag.of("incident", longText)), 0), null)
                .block()).isInstanceOf(CommitTooLargeException.class);
        assertThatThrownBy(() -> store.append(List.of(event("FindingAdded")), AppendCondition.none(), longText).block())
                .isInstanceOf(CommitTooLargeException.class).hasMessageStartingWith("A command id has");
        assertThat(log.commits).isEmpty();
    }

    @Test
    void aHeadThatMovedIsReadAgainAndTheConditionCheckedAgain() {
        // given
        EventStore store = new EventStore(new ListEventLog() {
            @Override
            public Mono<Void> append(Head expected, List<Commit> batch) {
                if (commits.isEmpty()) {
                    commits.add(commit(Head.ORIGIN, event("IncidentDeclared")));
                    return Mono.error(new HeadMovedException(expected));
                }
                return super.append(expected, batch);
            }
        }, Clock.systemUTC());

        // then
        assertThatThrownBy(() -> await(store.append(List.of(event("IncidentDeclared")),
                new AppendCondition(Criteria.ofTypes("IncidentDeclared"), 0), null)))
                .isInstanceOf(ConditionNotMetException.class);
        assertThat(append(store).first()).isEqualTo(2);
    }

    @Test
    void aWriterThatAlwaysComesTooLateGivesUpInTheEnd() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        EventStore store = new EventStore(new ListEventLog() {
            @Override
            public Mono<Void> append(Head expected, List<Commit> batch) {
                attempts.incrementAndGet();
                return Mono.error(new HeadMovedException(expected));
            }
        }, Clock.systemUTC());

        // then
        assertThatThrownBy(() -> append(store)).isInstanceOf(HeadMovedException.class);
        assertThat(attempts).hasValueBetween(2, 100);
    }

    @Test
    void aFailedAppendDoesNotHoldUpTheNextOne() {
        // given
        AtomicInteger appends = new AtomicInteger();
        EventStore store = new EventStore(new ListEventLog() {
            @Override
            public Mono<Void> append(Head expected, List<Commit> batch) {
                return appends.getAndIncrement() == 0
                        ? Mono.error(new NotStoredException("disk full", new IOException()))
                        : super.append(expected, batch);
            }
        }, Clock.systemUTC());

        // then
        assertThatThrownBy(() -> append(store)).hasMessage("disk full");
        assertThat(append(store).first()).isEqualTo(1);
    }

    @Test
    void aCallerMayBlockOnAFurtherAppendInItsAnswer() {
        // given
        EventStore store = at(NOON);

        // when
        Commit second = await(store.append(List.of(event("A")), AppendCondition.none(), null)
                .map(first -> append(store)));

        // then
        assertThat(second.first()).isEqualTo(2);
    }

    @Test
    void aGapStopsAReaderAndNamesBothPositions() {
        // given
        Commit first = commit(Head.ORIGIN, event("A"), event("A"));
        Commit lost = commit(first.head(), event("A"));
        log.commits.addAll(List.of(first, commit(lost.head(), event("A"))));
        EventStore store = at(NOON);

        // then
        assertThatThrownBy(() -> store.follow(0).blockLast()).isInstanceOfSatisfying(GapInLogException.class,
                gap -> assertThat(List.of(gap.expected(), gap.found())).containsExactly(3L, 4L));
        assertThatThrownBy(() -> store.read(1).blockLast()).isInstanceOf(GapInLogException.class)
                .hasMessageContaining("position 3").hasMessageContaining("position 4");
        assertThatThrownBy(() -> store.follow(2).blockLast()).isInstanceOf(GapInLogException.class);
    }

    @Test
    void whenTheStoreIsClosedWhatFollowsItEnds() {
        // given
        EventStore store = at(NOON);
        Commit commit = append(store);
        Mono<List<Commit>> followed = store.follow(0).doOnNext(_ -> store.close()).collectList();

        // then
        assertThat(await(followed)).containsExactly(commit);
    }

    @Test
    void aCommitWhoseConditionCannotBeLookedAtIsNotStored() {
        // given
        EventStore store = new EventStore(new ListEventLog() {
            @Override
            public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
                return Flux.error(new IOException("connection reset"));
            }
        }, Clock.systemUTC(), Limits.defaults().withTailBytes(0).withInsistence(Duration.ofMillis(50)));
        append(store);

        // then
        assertThatThrownBy(() -> await(store.append(List.of(event("A")),
                new AppendCondition(Criteria.ofTypes("B"), 0), null)))
                .isInstanceOf(NotStoredException.class).hasRootCauseMessage("connection reset");
    }

    @Test
    void whatIsAskedAboutAnIncidentThatBeganInMemoryIsNotReadFromTheLog() {
        // given somebody who looked whether its number is free, and declared it
        EventStore store = at(NOON);
        append(store);
        Tag incident = Tag.of("incident", "INC-1");
        assertThat(sourced(store, Criteria.tagged(incident).andTypes("IncidentDeclared"))).isEmpty();
        append(store, List.of(event("IncidentDeclared", incident)));
        int readBefore = log.reads.get();

        // then
        assertThat(sourced(store, Criteria.tagged(incident).or(Criteria.tagged(incident, Tag.of("finding", "1")))))
                .extracting(RecordedEvent::position).containsExactly(2L);
        assertThat(log.reads.get()).isEqualTo(readBefore);
    }

    private static List<RecordedEvent> sourced(EventStore store, Criteria criteria) {
        return await(store.source(criteria, 0).flatMap(sourced -> sourced.events().collectList()));
    }

    private EventStore at(Instant instant) {
        return new EventStore(log, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private static Commit append(EventStore store) {
        return append(store, List.of(event("FindingAdded")));
    }

    private static Commit append(EventStore store, List<EventData> events) {
        return await(store.append(events, AppendCondition.none(), null));
    }
}
