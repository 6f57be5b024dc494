package dev.andon.monitoring;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Figures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The figures of the log as this process uses it. To read them asks nobody, so a log that hangs hides nothing. */
final class LogMeters implements MeterBinder {

    private final EventStore store;

    LogMeters(EventStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionTimer.builder("andon.log.writes", store, log -> log.figures().batches(),
                log -> log.figures().writing().toNanos(), TimeUnit.NANOSECONDS)
                .description("Batches of commits that were written and acknowledged")
                .register(registry);
        counter(registry, "andon.log.appends", "Commits that were recorded", Figures::commits);
        counter(registry, "andon.log.events", "Events that were recorded", Figures::events);
        counter(registry, "andon.log.conflicts", "Appends whose condition no longer held", Figures::conflicts);
        counter(registry, "andon.log.lost.races", "Batches that another process got ahead of", Figures::lostRaces);
        FunctionCounter.builder("andon.log.failures", store, log -> log.figures().unstored())
                .tag("outcome", "not_stored")
                .description("Appends that the log did not take, or may not have taken")
                .register(registry);
        FunctionCounter.builder("andon.log.failures", store, log -> log.figures().unknown())
                .tag("outcome", "unknown")
                .description("Appends that the log did not take, or may not have taken")
                .register(registry);
        counter(registry, "andon.log.turned.away", "Appends refused since too much was waiting", Figures::turnedAway);
        gauge(registry, "andon.log.waiting.appends", "Appends taken and not answered yet", Figures::waiting);
        gauge(registry, "andon.log.waiting.bytes", "What they hold", Figures::waitingBytes);
        gauge(registry, "andon.log.tail.bytes", "Memory for the last commits, about", Figures::tailBytes);
        gauge(registry, "andon.log.position", "The last position that this process knows of", Figures::head);
    }

    private void counter(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        FunctionCounter.builder(name, store, log -> figure.applyAsDouble(log.figures()))
                .description(description)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, store, log -> figure.applyAsDouble(log.figures()))
                .description(description)
                .register(registry);
    }
}
