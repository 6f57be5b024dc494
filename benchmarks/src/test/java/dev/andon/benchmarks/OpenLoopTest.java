package dev.andon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OpenLoopTest {

    private static final long STALL = TimeUnit.MILLISECONDS.toNanos(300);

    @Test
    void whoeverIsHeldUpByAStallHasWaitedThroughIt() {
        // given a store that stands still during the first of ten commands, which are to come within 100 ms
        long end = System.nanoTime() + STALL;

        // when
        Outcome outcome = OpenLoop.run(100, Duration.ofMillis(100), _ -> Mono.fromRunnable(() -> {
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }));

        // then
        assertThat(outcome.latencies().getTotalCount()).isEqualTo(10);
        assertThat(outcome.latencies().getMinValue()).as("the last one was to be sent 90 ms after the first")
                .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(150));
    }
}
