package dev.andon.command.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends a stream in which nothing happens, in neither direction. To time the gaps between what arrives would not do: whoever
 * waits for an answer before the next line is sent is not silent, but polite.
 */
final class Silence {

    private static final int LOOKS = 4;

    private final Duration longest;
    private volatile long brokenAt = System.nanoTime();

    Silence(Duration longest) {
        this.longest = longest;
    }

    void broken() {
        brokenAt = System.nanoTime();
    }

    /** Fails with a {@link TimeoutException}. */
    <T> Flux<T> endOf(Flux<T> stream) {
        Mono<T> tooLong = Flux.interval(longest.dividedBy(LOOKS))
                .onBackpressureDrop()
                .filter(_ -> System.nanoTime() - brokenAt > longest.toNanos())
                .next()
                .flatMap(_ -> Mono.error(new TimeoutException()));
        return stream.takeUntilOther(tooLong);
    }
}
