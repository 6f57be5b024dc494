package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.OpenLoop;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.VoidFigureException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Sourced;
import dev.andon.eventstore.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Our store as a program uses it: each append under a condition on its incident, and with the id of its command. */
final class Andon implements Contender {

    private static final int WRITERS_THAT_FILL = 256;

    private final EventLog log;
    private final EventStore store;
    private final Incidents incidents = new Incidents();
    private final LongAdder acknowledged = new LongAdder();

    Andon(EventLog log) {
        this.log = log;
        this.store = new EventStore(log, Clock.systemUTC());
    }

    @Override
    public String name() {
        return "Andon";
    }

    /** Until this many more are stored. */
    void fill(int payloadBytes, long events) {
        long enough = acknowledged.sum() + events - WRITERS_THAT_FILL;
        append(new Workload(payloadBytes, WRITERS_THAT_FILL, 1), () -> acknowledged.sum() <= enough);
    }

    @Override
    public Outcome append(Workload workload, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        return append(workload, () -> System.nanoTime() < end);
    }

    private Outcome append(Workload workload, BooleanSupplier goesOn) {
        return ClosedLoop.run(workload.writers(), goesOn, Mono.defer(() -> {
            Incident incident = incidents.take();
            List<EventData> events = workload.events(incident);
            return workload.writers() == 1 ? appendHere(incident, events) : append(incident, events);
        }));
    }

    Outcome appendAtRate(Workload workload, double commitsPerSecond, Duration duration) {
        return OpenLoop.run(commitsPerSecond, duration, _ -> {
            Incident incident = incidents.take();
            return append(incident, workload.events(incident));
        });
    }

    Incident newIncident() {
        return incidents.take();
    }

    Mono<Commit> append(Incident incident, List<EventData> events) {
        return record(incident, events).doOnNext(commit -> incidents.giveBack(incident, commit.last()));
    }

    /** By one who has nothing to do but wait for it. */
    private Mono<Commit> appendHere(Incident incident, List<EventData> events) {
        return counted(store.appendHere(events, incident.unchanged(), Workload.newId()))
                .doOnNext(commit -> incidents.giveBack(incident, commit.last()));
    }

    private Mono<Commit> record(Incident incident, List<EventData> events) {
        return counted(store.append(events, incident.unchanged(), Workload.newId()));
    }

    private Mono<Commit> counted(Mono<Commit> append) {
        return append.doOnNext(commit -> acknowledged.add(commit.events().size()));
    }

    /** Decides on what has happened to an incident, then appends; the incident stays the caller's. */
    Mono<Commit> decideAndAppend(Incident incident, Workload workload) {
        return store.source(Criteria.tagged(incident.tag()), 0)
                .flatMap(sourced -> sourced.events().count().thenReturn(sourced.marker()))
                .flatMap(marker -> record(new Incident(incident.number(), incident.commits(), marker),
                        workload.events(incident)));
    }

    /** The events of an incident, read by a program that has just started and holds nothing of it in memory. */
    Outcome sourceAll(List<Incident> asked) {
        EventStore started = new EventStore(log, Clock.systemUTC());
        Objects.requireNonNull(started.head().block());
        long start = System.nanoTime();
        long events = Flux.fromIterable(asked)
                .concatMap(incident -> started.source(Criteria.tagged(incident.tag()), 0).flatMapMany(Sourced::events))
                .count().blockOptional().orElseThrow();
        return Outcome.of(events, System.nanoTime() - start);
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    int incidents() {
        return incidents.begun();
    }

    /** From the first event to the last one there is, into a handler that does nothing. */
    Outcome replay() {
        EventStore started = new EventStore(log, Clock.systemUTC());
        long start = System.nanoTime();
        long end = Objects.requireNonNull(started.head().block()).position();
        NoOperation handler = new NoOperation();
        started.follow(0).takeUntil(commit -> commit.last() >= end)
                .doOnNext(commit -> commit.recordedEvents().forEach(handler::handle)).blockLast();
        return Outcome.of(handler.handled(), System.nanoTime() - start);
    }

    /** What is recorded from now on, and nothing of it before somebody has subscribed is left out. */
    Flux<RecordedEvent> live() {
        long now = Objects.requireNonNull(store.head().block()).position();
        return store.follow(now).concatMapIterable(commit -> commit.recordedEvents().toList());
    }

    /** A figure is void unless the log holds what was acknowledged, no more and no less, and all of it is sound. */
    void verify() {
        Verification verification = LogVerifier.verify(log).blockOptional().orElseThrow();
        if (!verification.isSound() || verification.events() != acknowledged.sum()) {
            throw new VoidFigureException(
                    "%,d events were acknowledged, and this is the log: %s".formatted(acknowledged.sum(),
                            verification));
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
