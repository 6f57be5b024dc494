package dev.andon.eventstore;

import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads to the end of the log, waits, reads on, and misses nothing. A wake-up only shortens the wait: whoever relied on
 * being woken would miss what another process records, and what was recorded between its last read and its falling
 * asleep.
 */
final class Follower {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final EventLog log;
    private final Flux<Long> recorded;
    private final Contiguity contiguity;
    private Duration wait = SHORTEST_WAIT;

    /** Is woken up by recorded positions, of which each new subscriber is told the last one. */
    Follower(EventLog log, Flux<Long> recorded, long after) {
        this.log = log;
        this.recorded = recorded;
        this.contiguity = new Contiguity(after);
    }

    /** To be subscribed to once. */
    Flux<Commit> commits() {
        return Flux.defer(() -> log.read(contiguity.lastSeen()))
                .doOnNext(contiguity::accept)
                .repeatWhen(rounds -> rounds.concatMap(this::pause));
    }

    private Publisher<Long> pause(long commitsInThisRound) {
        wait = commitsInThisRound > 0 ? SHORTEST_WAIT : longer(wait);
        return Mono.firstWithSignal(recorded.filter(position -> position > contiguity.lastSeen()).next(),
                Mono.delay(wait));
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
