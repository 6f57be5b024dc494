package dev.andon.benchmarks;

import org.HdrHistogram.Histogram;

/**
 * What one contender did in one round.
 *
 * @param latencies in nanoseconds; empty where nobody waited for an answer
 */
public record Outcome(long events, long nanoseconds, Histogram latencies) {

    /** Half a per mille is finer than any machine repeats. */
    public static final int DIGITS = 3;

    public static Outcome of(long events, long nanoseconds) {
        return new Outcome(events, nanoseconds, new Histogram(DIGITS));
    }

    public double perSecond() {
        return events * 1e9 / nanoseconds;
    }
}
