package dev.andon.query.readmodel;

import dev.andon.eventstore.EventStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All read models of a process. Each has a projector of its own, so that one that is slow, is being built, or has failed
 * holds up no other.
 */
public final class ReadModels implements AutoCloseable {

    private static final int BATCH_SIZE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Surroundings surroundings;
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
    }

    /**
     * Begins to follow the log, on a thread of its own, and answers from then on with what there is. Blocks until the
     * store has said what that is, so this is for start-up.
     */
    public <D> ReadModel<D> follow(Projection<D> projection) {
        var bell = new Bell();
        var model = new AnsweringModel<>(projection, surroundings.log(), surroundings.store(), bell,
                surroundings.patience());
        var projector = new Projector<>(projection, surroundings, model, bell);
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

    /** Lets a projection that has failed try the same event again; false if there is none of this name. */
    public boolean resume(String name) {
        Projector<?> projector = projectors.get(name);
        if (projector != null) {
            projector.resume();
        }
        return projector != null;
    }

    /** Returns when every projector has stored the batch at hand. The store and the log stay open. */
    @Override
    public void close() {
        projectors.values().forEach(Projector::stop);
        projectors.values().forEach(Projector::awaitStop);
    }
}
