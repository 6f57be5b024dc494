package dev.andon.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.EventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Flux;

class LogHealthTest {

    private final HungLog log = new HungLog();
    private final LogHealth health = new LogHealth(new EventStore(log, Clock.systemUTC()), Duration.ofMillis(20));

    @Test
    void aLogThatHangsKeepsNobodyWaitingAndIsAskedOnceHoweverManyAsk() {
        var answers = Objects.requireNonNull(
                Flux.range(0, 50).flatMap(_ -> health.health(), 50).collectList().block());
        Health later = health.health().block();

        assertThat(answers).hasSize(50).extracting(Health::getStatus).containsOnly(Status.DOWN);
        assertThat(later).isNotNull().extracting(Health::getStatus).isEqualTo(Status.DOWN);
        assertThat(log.questions).hasValue(1);
    }

    @Test
    void aLogThatAnswersIsUpAndSaysHowFarItGoes() {
        log.mended = true;

        await().untilAsserted(() -> assertThat(health.health().block())
                .isEqualTo(Health.up().withDetail("position", 0L).build()));
    }
}
