package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * Ends bodies that take too long to arrive. Nearly every one is there at once, and to set a timer for it, and wake the thread
 * of timers, took longer than to read it. So all that are still open are looked at every now and then: whoever is slow has a
 * quarter more time than was said, at most.
 */
final class Patience implements AutoCloseable {

    private static final int LOOKS = 4;

    private final long nanoseconds;
    private final Set<Body> open = ConcurrentHashMap.newKeySet();
    private final Disposable looking;

    Patience(Duration longest) {
        this.nanoseconds = longest.toNanos();
        long between = longest.dividedBy(LOOKS).toNanos();
        this.looking = Schedulers.parallel().schedulePeriodically(
                this::look, between, between, TimeUnit.NANOSECONDS);
    }

    void begin(Body body) {
        open.add(body);
    }

    /** Whether it was this call that ended it, of all who would: only one may say what became of it. */
    boolean end(Body body) {
        return open.remove(body);
    }

    private void look() {
        long now = System.nanoTime();
        for (Body body : open) {
            if (now - body.begunAt() > nanoseconds) {
                body.breakOff(new MalformedRequest(ProblemDetails.ofStatus(408)));
            }
        }
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
