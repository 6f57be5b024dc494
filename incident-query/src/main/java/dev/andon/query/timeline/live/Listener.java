package dev.andon.query.timeline.live;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.NobodyReadsException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;

/**
 * Somebody who is told of entries as they come. Keeps: every entry once, in order. Whoever takes nothing for a while is told
 * nothing either, and no entry is kept for them: once they take again they are told from the log, until they have caught up
 * with what is told to all. An entry that comes in both ways is told by whichever is first; position after position, the other
 * one is not news.
 */
final class Listener {

    private static final byte[] HELLO = ": the entries so far, and then those to come\nretry: 1000\n\n"
            .getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final LiveTimeline timeline;
    private final @Nullable IncidentId incident;
    private final Sinks.Empty<Void> cutOff = Sinks.empty();

    private @Nullable FluxSink<byte[]> sink;
    private @Nullable CatchUp reading;
    private final Telling telling;
    private long told;
    private boolean upToDate;
    private boolean dismissed;
    private boolean quiet;
    private boolean moved = true;
    private @Nullable Long stuckSince;

    Listener(LiveTimeline timeline, @Nullable IncidentId incident, long after) {
        this.timeline = timeline;
        this.incident = incident;
        this.told = after;
        this.telling = timeline.newTelling();
    }

    Flux<byte[]> stream() {
        return Flux.<byte[]>create(this::begin, FluxSink.OverflowStrategy.BUFFER).takeUntilOther(cutOff.asMono());
    }

    @Nullable
    IncidentId incident() {
        return incident;
    }

    private void begin(FluxSink<byte[]> to) {
        synchronized (this) {
            sink = to;
            to.next(HELLO);
        }
        timeline.join(this);
        to.onDispose(this::leave);
        to.onRequest(_ -> take());
        catchUp();
    }

    /** What has just been recorded. */
    synchronized void hear(Told entry) {
        if (!upToDate || sink == null || entry.position() <= told) {
            return;
        }
        if (sink.requestedFromDownstream() > 0) {
            tell(entry);
        } else {
            upToDate = false;
        }
    }

    /**
     * Called every so often; says nothing to whoever has been told of something since the last time. Patience begins when they
     * are first seen to take nothing: who took all that there was, an hour ago, has not been slow for an hour.
     */
    synchronized void tick(long nanoTime, long patienceNanos) {
        if (sink == null) {
            return;
        }
        boolean takes = sink.requestedFromDownstream() > 0;
        boolean stuck = !takes && !upToDate && !moved;
        if (dismissed) {
            cutOff.tryEmitError(new NobodyReadsException());
            leave();
        } else if (takes && upToDate && quiet) {
            sink.next(HEARTBEAT);
        } else if (stuck && stuckSince != null && nanoTime - stuckSince > patienceNanos) {
            dismiss(sink);
        }
        stuckSince = stuck ? Objects.requireNonNullElse(stuckSince, nanoTime) : null;
        quiet = true;
        moved = false;
    }

    /** Says goodbye behind all that waits to be taken: whoever reads on learns where to go on. */
    private void dismiss(FluxSink<byte[]> from) {
        dismissed = true;
        upToDate = false;
        if (reading != null) {
            reading.cancel();
        }
        from.next("""
                event: dropped
                data: {"detail":"You take entries more slowly than they come. Connect again to go on.","after":%d}

                """.formatted(told).getBytes(StandardCharsets.UTF_8));
        from.complete();
    }

    private void take() {
        CatchUp underWay;
        synchronized (this) {
            moved = true;
            underWay = reading;
        }
        if (underWay == null) {
            catchUp();
        } else {
            underWay.ask();
        }
    }

    /** What was to be heard could not be told: it is in the log, though. */
    void fallBehind() {
        synchronized (this) {
            upToDate = false;
        }
        catchUp();
    }

    private void catchUp() {
        CatchUp next;
        synchronized (this) {
            if (sink == null || reading != null || upToDate || dismissed || sink.requestedFromDownstream() == 0) {
                return;
            }
            long upTo = timeline.position();
            if (told >= upTo) {
                upToDate = true;
                telling.forgetAll();
                return;
            }
            next = new CatchUp(upTo);
            reading = next;
        }
        timeline.read(incident, told, next.upTo, telling).subscribe(next);
    }

    private void tell(Told entry) {
        told = entry.position();
        quiet = false;
        moved = true;
        if (sink != null) {
            sink.next(incident == null ? entry.ofAll() : entry.ofOne());
        }
    }

    private synchronized void leave() {
        timeline.leave(this);
        if (reading != null) {
            reading.cancel();
        }
        sink = null;
    }

    /** Reads what was recorded meanwhile, as fast as it is taken. */
    private final class CatchUp extends BaseSubscriber<Told> {

        private final long upTo;
        private boolean subscribed;
        private long asked;

        CatchUp(long upTo) {
            this.upTo = upTo;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            synchronized (Listener.this) {
                subscribed = true;
            }
            ask();
        }

        /** For all that can be taken, and not twice for the same. */
        void ask() {
            long more;
            synchronized (Listener.this) {
                more = subscribed && sink != null ? sink.requestedFromDownstream() - asked : 0;
                asked += Math.max(0, more);
            }
            if (more > 0) {
                request(more);
            }
        }

        @Override
        protected void hookOnNext(Told entry) {
            synchronized (Listener.this) {
                asked--;
                if (!dismissed) {
                    tell(entry);
                }
            }
        }

        @Override
        protected void hookOnComplete() {
            synchronized (Listener.this) {
                reading = null;
                told = Math.max(told, upTo);
            }
            catchUp();
        }

        @Override
        protected void hookOnError(Throwable failed) {
            synchronized (Listener.this) {
                if (sink != null) {
                    sink.error(failed);
                }
            }
        }
    }
}
