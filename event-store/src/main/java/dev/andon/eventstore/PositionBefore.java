package dev.andon.eventstore;

import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Finds where the log stood just before an instant. Because recordedAt never decreases along the log, halving the range
 * finds the place in as many reads of one commit as the number of positions has binary digits, without an index by time.
 */
final class PositionBefore {

    private final EventLog log;
    private final Instant instant;

    PositionBefore(EventLog log, Instant instant) {
        this.log = log;
        this.instant = instant;
    }

    Mono<Long> position() {
        return log.head().flatMap(head -> between(0, head.position()));
    }

    /** What stands up to low was recorded before the instant, what stands beyond high was not. */
    private Mono<Long> between(long low, long high) {
        if (low >= high) {
            return Mono.just(low);
        }
        return log.read(low + (high - low) / 2).next().flatMap(commit -> commit.recordedAt().isBefore(instant)
                ? between(commit.last(), high)
                : between(low, commit.first() - 1));
    }
}
