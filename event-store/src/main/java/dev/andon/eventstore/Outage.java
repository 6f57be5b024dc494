package dev.andon.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * A log that does not answer is asked again until it does, and one that answers wrongly never is. Were it the other way
 * round, each restart of a server would end all streams of the process, and a gap would be a pause that nobody notices.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final RetryBackoffSpec AGAIN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(50))
            .maxBackoff(Duration.ofSeconds(2)).filter(Outage::passes);

    private final AtomicBoolean reported = new AtomicBoolean();

    /** Whether the same question may get another answer later. */
    static boolean passes(Throwable failure) {
        return failure instanceof Exception && !(failure instanceof GapInLogException
                || failure instanceof CorruptCommitException
                || failure instanceof StoreRefusedException
                || failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException);
    }

    /** Said once, however many ask again, and however often. */
    Retry untilOver() {
        return AGAIN.doBeforeRetry(attempt -> {
            if (!reported.getAndSet(true)) {
                LOG.warn("The event log does not answer and is asked again until it does: {}",
                        attempt.failure().toString());
            }
        });
    }

    void isOver() {
        if (reported.getAndSet(false)) {
            LOG.info("The event log answers again");
        }
    }
}
