package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Outcome;
import java.time.Duration;

/**
 * Somebody who stores events, durable before they are acknowledged; one who acknowledged sooner would win every comparison
 * and lose the events.
 */
interface Contender extends AutoCloseable {

    String name();

    /** As many events as it can for about this long, by as many writers as the workload has, each waiting for its answer. */
    Outcome append(Workload workload, Duration duration) throws Exception;

    @Override
    void close() throws Exception;
}
