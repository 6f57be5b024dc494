package dev.andon.eventstore;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings into the tail what others record. There is one for all who follow, and it reads again and again, less often
 * while nothing comes: a wake-up only shortens the wait, since whoever relied on being woken would miss what was recorded
 * between its last read and its falling asleep. What this process has recorded itself is in the tail already, and is no
 * reason to look sooner: a busy process would ask two hundred times a second for what it knows.
 */
final class Tailer {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    /** Positions; what is further behind is not worth reading just to know where the end is. */
    private static final long REACH = 4_096;

    private final EventLog log;
    private final Tail tail;
    private final Outage outage;
    private final Sinks.Many<Long> wakeUps = Sinks.many().replay().latest();
    private final Flux<Long> running;

    Tailer(EventLog log, Tail tail, Outage outage) {
        this.log = log;
        this.tail = tail;
        this.outage = outage;
        this.running = Flux.merge(polling(), waking()).share();
    }

    /** Where the tail ends; reads only if it has not begun yet. */
    Mono<Head> head() {
        return Mono.defer(() -> tail.head().map(Mono::just).orElseGet(this::catchUp));
    }

    /** Makes the tail reach as far as the log does now. */
    Mono<Head> catchUp() {
        return look().map(Look::head);
    }

    private record Look(Head head, boolean news) {}

    private Mono<Look> look() {
        return Mono.defer(() -> {
            long time = System.nanoTime();
            return log.head().flatMap(this::reach).doOnSuccess(_ -> tail.confirm(time));
        });
    }

    private Mono<Look> reach(Head end) {
        Head known = tail.head().orElse(null);
        boolean news = known == null || end.position() > known.position();
        if (known == null || end.position() > known.position() + REACH) {
            tail.startBehind(end);
        }
        long position = tail.head().orElse(end).position();
        Supplier<Look> look = () -> new Look(tail.head().orElse(end), news);
        return end.position() > position
                ? log.read(position).doOnNext(tail::add).then(Mono.fromSupplier(look))
                : Mono.just(look.get());
    }

    /** The ids of all commits behind this head, which are in the tail then too. */
    Mono<Set<String>> commitIdsBehind(Head head) {
        return log.read(head.position())
                .doOnNext(tail::add)
                .<Set<String>>collect(HashSet::new, (ids, commit) -> ids.add(commit.id()));
    }

    /** Goes on as long as somebody has subscribed. Never says anything, but fails if the log is not what it should be. */
    Flux<Long> running() {
        return running;
    }

    private Flux<Long> polling() {
        return Flux.defer(() -> {
            AtomicReference<Duration> wait = new AtomicReference<>(SHORTEST_WAIT);
            return look().timeout(LONGEST_READ)
                    .retryWhen(outage.untilOver())
                    .doOnNext(look -> {
                        outage.isOver();
                        wait.set(look.news() ? SHORTEST_WAIT : longer(wait.get()));
                    }).repeatWhen(rounds -> rounds.concatMap(_ -> pause(wait.get()))).ignoreElements()
                    .<Long>cast(Long.class)
                    .flux();
        });
    }

    private Flux<Long> waking() {
        return Flux.defer(log::wakeUps).doOnNext(position -> wakeUps.emitNext(position,
                Sinks.EmitFailureHandler.busyLooping(LONGEST_WAIT))).ignoreElements().flux();
    }

    private Publisher<Long> pause(Duration wait) {
        return Mono.firstWithSignal(
                wakeUps.asFlux().filter(position -> position > tail.head().map(Head::position).orElse(0L)).next(),
                Mono.delay(wait));
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
