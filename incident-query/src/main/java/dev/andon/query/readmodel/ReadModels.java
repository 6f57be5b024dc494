package dev.andon.query.readmodel;

import dev.andon.eventstore.EventStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All read models of a process. Each has a projector of its own, so that one that is slow, is being built, or has failed
 * holds up no other.
 */
public final class ReadModels implements AutoCloseable {

    private static final int BATCH_SIZE = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private final LogReadings readings;
    private final Instant since = Clock.systemUTC().instant();
    private final Map<String, Projector<?>> projectors = new ConcurrentSkipListMap<>();

    /**
     * What all projectors of a process share.
     *
     * @param batchSize the most events that are applied in one go
     * @param patience how long a reader waits for a position
     */
    record Surroundings(
            FollowedLog log,
            EventDecoder decoder,
            ReadModelStore store,
            ProjectionClaims claims,
            int batchSize,
            Duration patience) {}

    public ReadModels(EventStore events, ReadModelStore store, ProjectionClaims claims) {
        this(new Surroundings(FollowedLog.of(events), new EventDecoder(), store, claims, BATCH_SIZE, PATIENCE));
    }

    ReadModels(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.readings = new LogReadings(surroundings.log(), surroundings.decoder());
    }

    /**
     * Begins to follow the log, on a thread of its own, and answers from then on with what there is. Blocks until the
     * store has said what that is, so this is for start-up.
     */
    public <D> ReadModel<D> follow(Projection<D> projection) {
        var bell = new Bell();
        var model = new AnsweringModel<>(projection, surroundings.log(), surroundings.store(), bell,
                surroundings.patience());
        var projector = new Projector<>(projection, surroundings, readings, model, bell);
        if (projectors.putIfAbsent(projection.name(), projector) != null) {
            throw new IllegalArgumentException("Two projections are called " + projection.name());
        }
        projector.start();
        return model;
    }

    /**
     * How each projection is doing, by name, beside the log as far as this process knows it. It asks nobody, so it answers
     * whatever has become of the log and the store.
     */
    public List<ProjectionStatus> status() {
        return projectors.values().stream().map(projector -> projector.status(since)).toList();
    }

    /** What all projections answer with. */
    public ReadModel<?>[] all() {
        return projectors.values().stream().map(Projector::model).toArray(ReadModel<?>[]::new);
    }

    /** All that is kept of a projection, the oldest version first. */
    public Flux<VersionState> kept(String name) {
        return surroundings.store().versions(name).map(KeptVersion::state);
    }

    /** Lets a projection that has failed try the same event again, whichever process works on it. */
    public Mono<Void> resume(String name) {
        return projector(name).resume();
    }

    /**
     * Builds a projection's documents again from the first event on, whichever process works on it. Those that there are go
     * on answering, and go on following the log, until the new ones have come as far. Nothing happens if that is under way.
     */
    public Mono<Void> rebuild(String name) {
        return projector(name).rebuild();
    }

    private Projector<?> projector(String name) {
        Projector<?> projector = projectors.get(name);
        if (projector == null) {
            throw new IllegalArgumentException("No projection is called " + name);
        }
        return projector;
    }

    /** Returns when every projector has stored the batch at hand. The store and the log stay open. */
    @Override
    public void close() {
        projectors.values().forEach(Projector::stop);
        projectors.values().forEach(Projector::awaitStop);
    }
}
