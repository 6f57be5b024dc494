package dev.andon.query.readmodel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes one thread. Keeps: a ring before the wait is not lost, or a projector that has just found nothing to do would sleep
 * over the event that arrived in between.
 */
final class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        // One ring is as good as many: who is woken by it looks at all that has come before.
        if (rings.availablePermits() == 0) {
            rings.release();
        }
    }

    /** Returns at the first ring since the last return, or after this time; true if it rang. */
    boolean await(Duration longest) {
        try {
            boolean rang = rings.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
            rings.drainPermits();
            return rang;
        } catch (InterruptedException e) {
            throw new IllegalStateException("A projector is stopped by its flag, never interrupted", e);
        }
    }
}
