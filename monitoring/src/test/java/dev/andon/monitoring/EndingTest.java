package dev.andon.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import reactor.core.publisher.Flux;

class EndingTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void readinessGoesFirstThenTheStreamsAndThenTheServer() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var ending = new Ending(
                event -> happened.add(((AvailabilityChangeEvent<?>) event).getState().toString()),
                Duration.ofMillis(20));
        ending.start();
        ending.ending(Flux.never()).subscribe(_ -> {}, _ -> {}, () -> happened.add("stream ended"));

        ending.stop(() -> {
            happened.add("next phase");
            stopped.countDown();
        });
        stopped.await();

        assertThat(happened).containsExactly("REFUSING_TRAFFIC", "stream ended", "next phase");
        assertThat(ending.getPhase()).as("a higher phase stops earlier")
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }
}
