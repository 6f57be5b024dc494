package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.OpenLoop;
import dev.andon.benchmarks.Outcome;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Writes what the log has taken since the last time, once more: the same commits, prepared before the clock starts, as many
 * in one write as there are writers. Nobody who has to find out where a commit goes can be quicker.
 */
final class Ceiling<R> implements Contender {

    private static final int COPIED_AT_ONCE = 10_000;

    /** A second place for the same commits. */
    interface Twin<R> extends AutoCloseable {

        String name();

        /** The first ones of the log behind this position, in the form they are written in. */
        List<R> behind(long position, int limit) throws Exception;

        long lastPosition(R row);

        /** Durable when it returns. */
        void write(List<R> rows) throws Exception;

        @Override
        void close() throws Exception;
    }

    private final Twin<R> twin;
    private long copied;

    Ceiling(Twin<R> twin) {
        this.twin = twin;
    }

    @Override
    public String name() {
        return twin.name();
    }

    /** So that the twin is as large as the log, off the clock. */
    void copyAll() throws Exception {
        for (List<R> rows = twin.behind(copied, COPIED_AT_ONCE); !rows.isEmpty(); rows = twin.behind(copied,
                COPIED_AT_ONCE)) {
            for (int from = 0; from < rows.size(); from += 1_000) {
                twin.write(rows.subList(from, Math.min(from + 1_000, rows.size())));
            }
            copied = twin.lastPosition(rows.getLast());
        }
    }

    /** The log has worked that long on what is to be written; so there is no need to look at the duration. */
    @Override
    public Outcome append(Workload workload, Duration duration) throws Exception {
        List<R> rows = twin.behind(copied, Integer.MAX_VALUE);
        long before = copied;
        Histogram latencies = new Histogram(Outcome.DIGITS);
        long start = System.nanoTime();
        for (int from = 0; from < rows.size(); from += workload.writers()) {
            long sent = System.nanoTime();
            List<R> batch = rows.subList(from, Math.min(from + workload.writers(), rows.size()));
            twin.write(batch);
            latencies.recordValueWithCount(System.nanoTime() - sent, batch.size());
        }
        long nanoseconds = System.nanoTime() - start;
        copied = twin.lastPosition(rows.getLast());
        return new Outcome(copied - before, nanoseconds, latencies);
    }

    /** The same, each commit by itself and when it is due: how long the disk, or the driver, alone lets one wait. */
    Outcome appendAtPace(double perSecond) throws Exception {
        Iterator<R> rows = twin.behind(copied, Integer.MAX_VALUE).iterator();
        Recorder latencies = new Recorder(Outcome.DIGITS);
        long before = copied;
        long start = System.nanoTime();
        for (long number = 0; rows.hasNext(); number++) {
            long intended = start + (long) (number * 1e9 / perSecond);
            OpenLoop.waitUntil(intended);
            R row = rows.next();
            twin.write(List.of(row));
            latencies.recordValue(System.nanoTime() - intended);
            copied = twin.lastPosition(row);
        }
        return new Outcome(copied - before, System.nanoTime() - start, latencies.getIntervalHistogram());
    }

    @Override
    public void close() throws Exception {
        twin.close();
    }
}
