package dev.andon.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * A lost answer is not a failure. The same commits are sent to the same positions again until each position is taken for
 * good, and only then is it known by whom. To look for them instead, and to send them anew behind a new head if they are
 * not to be found, records them twice: the first attempt may still be on its way when somebody looks.
 *
 * <p>Once one attempt has ended in doubt, no later one can end in "nothing was stored"; that would speak of itself only.
 */
final class Reinsertion {

    private static final RetryBackoffSpec AGAIN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(10))
            .maxBackoff(Duration.ofSeconds(1));
    private static final int ATTEMPTS_WITHOUT_ANSWER = 3;

    private final EventLog log;
    private final Duration insistence;
    private final Overdue overdue;

    Reinsertion(EventLog log, Duration insistence) {
        this.log = log;
        this.insistence = insistence;
        this.overdue = new Overdue(insistence.dividedBy(ATTEMPTS_WITHOUT_ANSWER));
    }

    /** Fails as {@link EventLog#append} does where the outcome is certain, else with {@link InDoubtException}. */
    Mono<Void> append(Head expected, List<Commit> commits) {
        return insist(() -> log.append(expected, commits));
    }

    /** The same, if possible in the subscribing thread. */
    Mono<Void> appendHere(Head expected, List<Commit> commits) {
        return insist(() -> log.appendHere(expected, commits));
    }

    private Mono<Void> insist(Supplier<Mono<Void>> attempt) {
        return Mono.defer(() -> {
            Doubt doubt = new Doubt(now() + insistence.toMillis());
            return Mono.defer(attempt)
                    .timeout(overdue.signal())
                    .onErrorMap(doubt::leaves, InDoubtException::new)
                    .retryWhen(AGAIN.filter(failure -> failure instanceof InDoubtException && now() < doubt.end));
        });
    }

    /** For what must be known before it can go on. */
    <T> Mono<T> read(Mono<T> read) {
        return Mono.defer(() -> {
            long end = now() + insistence.toMillis();
            return read.timeout(insistence.dividedBy(ATTEMPTS_WITHOUT_ANSWER))
                    .retryWhen(AGAIN.filter(failure -> Outage.passes(failure) && now() < end));
        });
    }

    private static final class Doubt {

        private final long end;
        private boolean any;

        Doubt(long end) {
            this.end = end;
        }

        boolean leaves(Throwable failure) {
            boolean certain = failure instanceof HeadMovedException
                    || failure instanceof CommandAlreadyRecordedException
                    || !any && (failure instanceof NotStoredException || failure instanceof IllegalArgumentException);
            any |= !certain;
            return !certain;
        }
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }

    static final class InDoubtException extends RuntimeException {

        private final Throwable reason;

        InDoubtException(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }
}
