package dev.andon.eventstore;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Notices when an answer is overdue, of one wait at a time. The timer is left running from one wait to the next: set and
 * stopped for each of them, it would wake its thread thousands of times a second for what hardly ever happens.
 */
final class Overdue {

    private final long patience;
    private @Nullable Wait waiting;
    private boolean running;

    private record Wait(long end, MonoSink<Void> overdue) {}

    Overdue(Duration patience) {
        this.patience = patience.toMillis();
    }

    /** Completes when somebody has waited for it for so long; whoever has his answer cancels it. */
    Mono<Void> signal() {
        return Mono.create(sink -> {
            Wait wait = new Wait(now() + patience, sink);
            sink.onDispose(() -> end(wait));
            begin(wait);
        });
    }

    private synchronized void begin(Wait wait) {
        waiting = wait;
        if (!running) {
            running = true;
            lookAfter(patience);
        }
    }

    private synchronized void end(Wait wait) {
        if (wait.equals(waiting)) {
            waiting = null;
        }
    }

    private void lookAfter(long milliseconds) {
        Schedulers.parallel().schedule(this::look, milliseconds, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Wait overdue = overdue();
        if (overdue != null) {
            overdue.overdue().success();
        }
    }

    private synchronized @Nullable Wait overdue() {
        Wait wait = waiting;
        if (wait != null && wait.end() > now()) {
            lookAfter(wait.end() - now());
            return null;
        }
        running = false;
        waiting = null;
        return wait;
    }

    private long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}
