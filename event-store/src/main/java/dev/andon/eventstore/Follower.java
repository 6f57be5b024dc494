package dev.andon.eventstore;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Takes from the tail what is in it and from the log what is not any more, and misses nothing: where it goes on is
 * decided by what it has seen, never by what it was woken for.
 */
final class Follower {

    private static final int COMMITS_AT_ONCE = 256;

    private final EventLog log;
    private final Tail tail;
    private final Tailer tailer;
    private final Outage outage;
    private final Scheduler readers;
    private final Contiguity contiguity;

    /** Its work goes on in these threads, not in those that feed the tail. */
    Follower(EventLog log, Tail tail, Tailer tailer, Outage outage, Scheduler readers, long after) {
        this.log = log;
        this.tail = tail;
        this.tailer = tailer;
        this.outage = outage;
        this.readers = readers;
        this.contiguity = new Contiguity(after);
    }

    /** To be subscribed to once. */
    Flux<Commit> commits() {
        return Flux.defer(this::next)
                .doOnNext(contiguity::accept)
                .retryWhen(Retry.from(failures -> Flux.from(outage.untilOver().generateCompanion(failures))
                        .publishOn(readers)))
                .repeatWhen(rounds -> rounds.concatMap(_ -> untilThereIsMore()))
                .takeUntilOther(tailer.running());
    }

    private Flux<Commit> next() {
        long lastSeen = contiguity.lastSeen();
        return tail.commitsAfter(lastSeen, COMMITS_AT_ONCE).map(Flux::fromIterable).orElseGet(() -> log.read(lastSeen));
    }

    private Publisher<Long> untilThereIsMore() {
        return tail.growth().filter(position -> position > contiguity.lastSeen()).next().publishOn(readers);
    }
}
