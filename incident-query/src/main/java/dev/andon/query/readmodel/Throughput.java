package dev.andon.query.readmodel;

import java.util.function.LongSupplier;

/** Events a second, over the last few whole seconds. Written by one thread, read by any. */
final class Throughput {

    private static final int SECONDS = 5;
    private static final long NANOS = 1_000_000_000;

    private final LongSupplier nanoTime;
    private final long[] counts = new long[SECONDS + 1];
    private long second;

    Throughput(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.second = nanoTime.getAsLong() / NANOS;
    }

    synchronized void add(long events) {
        moveOn();
        counts[place(second)] += events;
    }

    synchronized double perSecond() {
        moveOn();
        long sum = 0;
        for (long back = 1; back <= SECONDS; back++) {
            sum += counts[place(second - back)];
        }
        return (double) sum / SECONDS;
    }

    private void moveOn() {
        long now = nanoTime.getAsLong() / NANOS;
        for (long passed = Math.max(second + 1, now - SECONDS); passed <= now; passed++) {
            counts[place(passed)] = 0;
        }
        second = now;
    }

    private int place(long wanted) {
        return Math.floorMod(wanted, counts.length);
    }
}
