package dev.andon.eventstore;

import static dev.andon.eventstore.OpenedLog.CHECKOUT;
import static dev.andon.eventstore.OpenedLog.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A few clients of two engines on one slow log, in one order of everything that happens: each request, its arrival, its
 * answer, each timer, each look of the tailer. Whatever a client is told must be true at that moment, and of the log in
 * the end; everybody is told something, and nobody's place in the queue stays taken.
 */
final class Schedule {

    private static final int CLIENTS = 4;
    private static final int APPENDS_OF_A_CLIENT = 3;
    private static final int WAITING = 3;
    private static final int MOST_STEPS = 20_000;
    private static final int LEAVES_ONCE_IN = 16;
    private static final List<Long> TAIL_BYTES = List.of(0L, 3_000L, 1_000_000L);
    private static final List<Criteria> CRITERIA = List.of(Criteria.tagged(CHECKOUT), Criteria.tagged(SEARCH),
            Criteria.tagged(CHECKOUT).andTypes("A"), Criteria.nothing());

    private final OneAtATime line;
    private final SlowLog log;
    private final List<EventStore> engines;
    private final List<List<Commit>> followed = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Throwable> untruths = new ArrayList<>();
    private int finished;
    private boolean somebodyLeft;
    private long acknowledged;

    Schedule(long seed) {
        line = new OneAtATime(seed);
        line.takeOver();
        log = new SlowLog(line);
        engines = IntStream.range(0, 2).mapToObj(_ -> new EventStore(log, Clock.systemUTC(), Limits.defaults()
                .withWaiting(WAITING, 1_000_000).withTailBytes(any(TAIL_BYTES)), line)).toList();
    }

    /** Returns how many steps it took. */
    int run() {
        List<Disposable> followers = engines.stream().map(this::follow).toList();
        IntStream.range(0, CLIENTS).forEach(_ -> begin(Flux.range(0, APPENDS_OF_A_CLIENT).concatMap(_ -> append())));
        line.runUntil(() -> finished == CLIENTS && log.isQuiet(), MOST_STEPS);
        assertThat(untruths).isEmpty();
        if (!somebodyLeft) {
            requireRoomForAll();
        }
        line.runUntil(() -> followed.stream().allMatch(seen -> seen.size() >= log.commits.size()), MOST_STEPS);
        followers.forEach(Disposable::dispose);
        assertThat(followed).allSatisfy(seen -> assertThat(seen).isEqualTo(log.commits));
        assertThat(LogVerifier.verify(new Copy(log.commits)).block())
                .satisfies(verified -> assertThat(verified.firstFault()).isEmpty());
        outcomes.forEach(outcome -> outcome.requireTruth(log.commits));
        return line.steps();
    }

    private static final class Copy extends ListEventLog {
        Copy(List<Commit> log) {
            commits.addAll(log);
        }
    }

    private Disposable follow(EventStore engine) {
        List<Commit> seen = new ArrayList<>();
        followed.add(seen);
        return engine.follow(0).subscribe(seen::add);
    }

    private void begin(Flux<?> work) {
        line.schedule(() -> work.doFinally(_ -> finished++).subscribe(_ -> {}, untruths::add));
    }

    private Mono<Object> append() {
        EventStore engine = any(engines);
        Criteria criteria = any(CRITERIA);
        Mono<Object> append = decide(engine, criteria).flatMap(marker -> send(engine,
                new AppendCondition(criteria, marker)));
        if (!line.oneIn(LEAVES_ONCE_IN)) {
            return append;
        }
        somebodyLeft = true;
        return append.takeUntilOther(Mono.delay(Duration.ofMillis(1)));
    }

    private Mono<Long> decide(EventStore engine, Criteria criteria) {
        return switch (line.lessThan(3)) {
            case 0 -> Mono.just(0L);
            case 1 -> Mono.fromSupplier(() -> acknowledged);
            default -> engine.source(criteria, 0).flatMap(sourced -> sourced.events().collectList().map(events -> {
                assertThat(events).isEqualTo(ListModel.of(log.commits).matching(criteria, 0, sourced.marker()));
                return sourced.marker();
            }));
        };
    }

    private Mono<Object> send(EventStore engine, AppendCondition condition) {
        String commandId = line.oneIn(3) ? "command " + line.lessThan(3) : null;
        List<EventData> events = Stream.generate(() -> TestEvents.event(any(List.of("A", "B")),
                any(List.of(CHECKOUT, SEARCH)))).limit(1 + line.lessThan(2)).toList();
        long before = acknowledged;
        return engine.append(events, condition, commandId).cast(Object.class).onErrorResume(Mono::just)
                .doOnNext(result -> hear(new Outcome(events, condition, commandId, result), before));
    }

    private void hear(Outcome outcome, long acknowledgedBefore) {
        outcomes.add(outcome);
        outcome.requireTruth(log.commits);
        if (outcome.result() instanceof Commit commit) {
            assertThat(commit.first()).as("behind what had been acknowledged when it was sent")
                    .isGreaterThan(acknowledgedBefore);
            acknowledged = Math.max(acknowledged, commit.last());
        }
    }

    /** As many as may wait, when nobody waits any more. */
    private void requireRoomForAll() {
        int told = outcomes.size();
        engines.forEach(engine -> begin(Flux.range(0, WAITING).flatMap(_ -> send(engine, AppendCondition.none()))));
        line.runUntil(() -> finished == CLIENTS + engines.size() && log.isQuiet(), MOST_STEPS);
        assertThat(untruths).isEmpty();
        assertThat(outcomes.subList(told, outcomes.size())).hasSize(WAITING * engines.size())
                .noneMatch(outcome -> outcome.result() instanceof TooManyAppendsException);
    }

    private <T> T any(List<T> things) {
        return things.get(line.lessThan(things.size()));
    }
}
