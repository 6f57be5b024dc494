package dev.andon.monitoring;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Whether the log answers.
 *
 * <p>One question at a time is on its way, whoever asks: a log that hangs would otherwise collect one more every second,
 * from each probe of each balancer, and be kept busy with them when it comes back.
 */
final class LogHealth implements ReactiveHealthIndicator {

    private static final Duration ANSWER_HOLDS = Duration.ofMillis(500);
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(10);

    private final Duration patience;
    private final Mono<Health> answer;

    /** @param patience how long somebody who asks is kept waiting */
    LogHealth(EventStore store, Duration patience) {
        this.patience = patience;
        this.answer = store.head()
                .timeout(LONGEST_QUESTION)
                .map(LogHealth::up)
                .onErrorResume(failure -> Mono.just(down(failure)))
                .cache(_ -> ANSWER_HOLDS, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public Mono<Health> health() {
        return answer.timeout(patience, Mono.fromSupplier(() -> Health.down()
                .withDetail("reason", "does not answer within " + patience).build()));
    }

    private static Health up(Head head) {
        return Health.up().withDetail("position", head.position()).build();
    }

    /** By its kind alone: what a driver says may quote what it connects with. */
    private static Health down(Throwable failure) {
        return Health.down()
                .withDetail("reason", failure instanceof TimeoutException
                        ? "does not answer"
                        : failure.getClass().getSimpleName())
                .build();
    }
}
