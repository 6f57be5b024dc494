package dev.andon.query.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets as much time pass between two steps as passed between the two recordings, only faster. What was imported was recorded
 * all at once, so there it is the time between what happened.
 */
final class Pace {

    private static final String IMPORTED = "IMPORT";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private Pace() {}

    static Flux<Step> of(Flux<Step> steps, int speed) {
        return Flux.defer(() -> {
            var last = new AtomicReference<Instant>();
            return steps.concatMap(step -> {
                Instant now = clockAt(step);
                Instant before = last.getAndSet(now);
                Duration pause = before == null ? Duration.ZERO : pause(before, now, speed);
                return pause.isZero() ? Mono.just(step) : Mono.delay(pause).thenReturn(step);
            }, 1);
        });
    }

    static Duration pause(Instant before, Instant now, int speed) {
        Duration gap = now.isAfter(before) ? Duration.between(before, now).dividedBy(speed) : Duration.ZERO;
        return gap.compareTo(LONGEST_PAUSE) < 0 ? gap : LONGEST_PAUSE;
    }

    private static Instant clockAt(Step step) {
        return step.entry().channel().equals(IMPORTED) ? step.entry().occurredAt() : step.recordedAt();
    }
}
