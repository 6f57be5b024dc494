package dev.andon.benchmarks;

import dev.andon.eventstore.TooManyAppendsException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Recorder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Commands come at their own pace, whether or not the store keeps up, and each has waited since the moment it was to be
 * sent. Measured from when it was really sent, a store that stands still for a second has one slow answer, not a thousand:
 * the callers that were held up by it would be counted as quick.
 */
public final class OpenLoop {

    private static final Retry WHEN_THERE_IS_ROOM = Retry.fixedDelay(Long.MAX_VALUE, Duration.ofMillis(1))
            .filter(TooManyAppendsException.class::isInstance);

    private OpenLoop() {}

    /**
     * @param command is given the {@link System#nanoTime()} at which it is to be sent
     */
    public static Outcome run(double perSecond, Duration duration, LongFunction<Mono<?>> command) {
        Recorder latencies = new Recorder(Outcome.DIGITS);
        long commands = Math.max(1, (long) (perSecond * duration.toNanos() / 1e9));
        AtomicLong unanswered = new AtomicLong(commands);
        Sinks.Empty<Void> answered = Sinks.empty();
        long start = System.nanoTime();
        for (long number = 0; number < commands; number++) {
            long intended = start + (long) (number * 1e9 / perSecond);
            waitUntil(intended);
            command.apply(intended).retryWhen(WHEN_THERE_IS_ROOM).subscribe(_ -> {}, answered::tryEmitError, () -> {
                latencies.recordValue(System.nanoTime() - intended);
                if (unanswered.decrementAndGet() == 0) {
                    answered.tryEmitEmpty();
                }
            });
        }
        answered.asMono().block();
        return new Outcome(commands, System.nanoTime() - start, latencies.getIntervalHistogram());
    }

    /** @param time a {@link System#nanoTime()} */
    public static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
