package dev.andon.monitoring;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The end of a process, in an order in which nobody is sent where nobody listens any more: first it says that it is not
 * ready, then it waits until balancers have noticed, then it ends what would never end by itself and takes in no more
 * requests, and only when those that it has are answered does the server stop.
 */
public final class Ending implements SmartLifecycle {

    private final ApplicationEventPublisher events;
    private final RequestsUnderWay requests;
    private final Duration notice;
    private final Sinks.Empty<Void> begun = Sinks.empty();
    private volatile boolean running;

    /** @param notice how long balancers need to notice */
    Ending(ApplicationEventPublisher events, RequestsUnderWay requests, Duration notice) {
        this.events = events;
        this.requests = requests;
        this.notice = notice;
    }

    /** Ends a stream that has no end of its own, when the process is about to. */
    public <T> Flux<T> ending(Flux<T> stream) {
        return stream.takeUntilOther(begun.asMono());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        requests.areTheLastOnes();
        Mono.delay(notice)
                .then(Mono.defer(() -> {
                    stop();
                    return requests.untilAnswered();
                }))
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    @Override
    public void stop() {
        running = false;
        begun.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all others: the server itself stops one phase later. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
