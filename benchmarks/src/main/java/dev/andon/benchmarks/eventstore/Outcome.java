package dev.andon.benchmarks.eventstore;

import org.HdrHistogram.Histogram;

/**
 * What one contender did in one round.
 *
 * @param latencies in nanoseconds; empty where nobody waited for an answer
 */
record Outcome(long events, long nanoseconds, Histogram latencies) {

    /** Half a per mille is finer than any machine repeats. */
    static final int DIGITS = 3;

    static Outcome of(long events, long nanoseconds) {
        return new Outcome(events, nanoseconds, new Histogram(DIGITS));
    }

    double perSecond() {
        return events * 1e9 / nanoseconds;
    }
}
