package dev.andon.query.readmodel;

import dev.andon.query.readmodel.ProjectionStatus.Rebuild;
import dev.andon.query.readmodel.ProjectionStatus.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings the documents of one projection up to the log and keeps them there, on a thread of its own, as long as this process
 * has the claim to do so; otherwise it watches how far the process that has it gets.
 *
 * <p>Keeps: what is stored follows from the log as it is now; documents that have seen another history are discarded and
 * built anew. And readers never go back in time: a generation that is built beside the one that is followed takes over only
 * when it has come at least as far.
 */
final class Projector<D> {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration LONGEST_WATCHING_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(10);

    private final Projection<D> projection;
    private final ModelVersion version;
    private final FollowedLog log;
    private final ReadModels.Surroundings surroundings;
    private final LogReadings readings;
    private final ReadModelStore store;
    private final AnsweringModel<D> model;
    private final Bell bell;
    private final ProjectionClaims claims;
    private final Lease lease;
    private final Generations generations;
    private final GrowingPause pause;
    private final Thread thread;

    private volatile State state = State.STARTING;
    private volatile @Nullable ProjectionFailure failure;
    private volatile @Nullable Generation<D> followed;
    private volatile @Nullable Generation<D> built;
    private volatile long position;
    private volatile boolean stopping;
    private volatile boolean resumed;
    private volatile boolean asked;
    private long listenedAt = System.nanoTime();

    Projector(Projection<D> projection, ReadModels.Surroundings surroundings, LogReadings readings,
            AnsweringModel<D> model, Bell bell) {
        this.projection = projection;
        this.version = ModelVersion.of(projection);
        this.surroundings = surroundings;
        this.readings = readings;
        this.log = surroundings.log();
        this.store = surroundings.store();
        this.claims = surroundings.claims();
        this.lease = new Lease(claims, version);
        this.generations = new Generations(store, version);
        this.model = model;
        this.bell = bell;
        this.pause = new GrowingPause(bell);
        this.thread = Thread.ofVirtual().name("projector-" + projection.name()).unstarted(this::run);
    }

    /** Answers with what there is from the moment this returns. */
    void start() {
        await(generations.followed());
        position = look() == null ? 0 : model.reflects();
        thread.start();
    }

    ReadModel<D> model() {
        return model;
    }

    /** Lets what has failed try the same event again, here or wherever it is worked on. */
    Mono<Void> resume() {
        return generations.resume().doOnSuccess(_ -> {
            resumed = true;
            bell.ring();
        });
    }

    /** Has all documents built again from the first event on, while those that there are go on answering. */
    Mono<Void> rebuild() {
        return generations.rebuild().doOnSuccess(_ -> {
            asked = true;
            bell.ring();
        });
    }

    /** The batch at hand is still stored, and the claim given back. */
    void stop() {
        stopping = true;
        bell.ring();
    }

    void awaitStop() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param since what is behind now and was recorded before this process began has been so since then at least */
    ProjectionStatus status(Instant since) {
        long reflected = position;
        long head = Math.max(reflected, log.headKnownHere());
        Instant behindSince = reflected == head ? null : log.recordedBehind(reflected).orElse(since);
        Generation<D> followed = this.followed;
        return new ProjectionStatus(version.name(), version.version(), state, reflected, model.reflects(), head,
                behindSince, followed == null ? 0 : followed.eventsPerSecond(), failure, rebuilding());
    }

    private @Nullable Rebuild rebuilding() {
        Generation<D> next = built;
        return next == null
                ? null
                : new Rebuild(next.version().generation(), next.position(), next.eventsPerSecond(), next.failure());
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    if (lease.take()) {
                        work();
                    } else {
                        watch();
                    }
                } catch (RuntimeException e) {
                    retryLater(e);
                }
            }
        } catch (Error e) {
            failure = ProjectionFailure.at(position + 1, null, e);
            throw e;
        } finally {
            lease.giveBack();
            state = State.STOPPED;
        }
    }

    private void work() {
        discardOtherHistories();
        try (Generation<D> followed = generation(await(generations.followed()))) {
            this.followed = followed;
            if (followed.isComplete()) {
                dropOthers(followed.version());
            } else if (state == State.STARTING) {
                state = State.BUILDING;
            }
            DocumentStore beside = generations.built().block();
            if (beside == null) {
                workOn(followed, null);
            } else {
                try (Generation<D> next = generation(beside)) {
                    built = next;
                    workOn(followed, next);
                } finally {
                    built = null;
                }
            }
        }
    }

    private Generation<D> generation(DocumentStore documents) {
        return new Generation<>(projection, surroundings, readings, documents, bell);
    }

    /** Until this process is not to go on, or something else is to be worked on. */
    private void workOn(Generation<D> followed, @Nullable Generation<D> next) {
        while (!stopping && lease.keep() && !isToBeginAnew(followed, next)) {
            boolean busy = followed.advance();
            if (!followed.isComplete() && followed.position() >= await(log.head())) {
                takeOver(followed);
            }
            show(followed);
            if (next != null) {
                busy |= next.advance();
                if (next.position() >= followed.position() && next.position() >= await(log.head())) {
                    takeOver(next);
                    return;
                }
            }
            progressing(followed);
            if (!busy) {
                bell.await(lease.renewal());
            }
        }
    }

    /** Whether somebody asked for what only a new beginning gives. Of others' wishes it hears when it renews its claim. */
    private boolean isToBeginAnew(Generation<D> followed, @Nullable Generation<D> next) {
        boolean failed = followed.failure() != null || next != null && next.failure() != null;
        if (resumed && failed) {
            // Only here: who says to go on while the last attempt is still failing means one more.
            resumed = false;
            return true;
        }
        if (!asked && System.nanoTime() - listenedAt < lease.renewal().toNanos()) {
            return false;
        }
        asked = false;
        listenedAt = System.nanoTime();
        return next == null && generations.built().hasElement().blockOptional().orElse(false)
                || followed.isToBeResumed()
                || next != null && next.isToBeResumed();
    }

    private void takeOver(Generation<D> generation) {
        generation.complete();
        LOG.info("{} reflects the whole log, up to position {}, and answers from now on", generation.version(),
                generation.position());
        model.answerFrom(generation.documents(), generation.position(), true);
        dropOthers(generation.version());
    }

    private void discardOtherHistories() {
        store.versions(version.name()).map(KeptVersion::state)
                .concatMap(kept -> log.objectionTo(kept.seen())
                        .filterWhen(_ -> claims.claim(kept.version()))
                        .flatMap(objection -> {
                            LOG.error("{} is discarded and built again. {}", kept.version(), objection);
                            return drop(kept.version());
                        }))
                .blockLast();
    }

    private Mono<Void> drop(ModelVersion dropped) {
        // the claim on one's own version is still needed
        return store.drop(dropped).then(dropped.hasVersionOf(version) ? Mono.empty() : claims.forget(dropped));
    }

    /** What another process still works on stays: it answers there until that process is replaced. */
    private void dropOthers(ModelVersion answering) {
        store.versions(version.name()).map(kept -> kept.state().version())
                .filterWhen(other -> other.hasVersionOf(answering)
                        ? Mono.just(other.generation() < answering.generation())
                        : claims.claim(other))
                .concatMap(this::drop)
                .blockLast();
    }

    private void show(Generation<D> followed) {
        position = followed.position();
        if (followed.isComplete() || model.answersFrom(followed.version())) {
            model.answerFrom(followed.documents(), position, true);
        } else {
            look();
        }
    }

    private @Nullable VersionState look() {
        KeptVersion chosen = model.choose().block();
        if (chosen == null) {
            model.answerNothing();
            return null;
        }
        model.answerFrom(chosen.documents(), chosen.state().position(), false);
        return chosen.state();
    }

    private void watch() {
        pause.reset();
        while (!stopping && !lease.isDue()) {
            VersionState seen = look();
            position = seen == null ? 0 : seen.position();
            failure = seen == null ? null : seen.failure();
            state = State.WATCHING;
            if (pause.await(LONGEST_WATCHING_PAUSE)) {
                pause.reset();
            }
        }
    }

    private void retryLater(RuntimeException e) {
        if (failure == null) {
            LOG.warn("{} cannot go on behind position {} and will try again", version, position, e);
        }
        failure = ProjectionFailure.at(position + 1, null, e);
        state = State.RETRYING;
        pause.await(LONGEST_RETRY_PAUSE);
    }

    private void progressing(Generation<D> followed) {
        failure = followed.failure();
        state = failure != null ? State.FAILED : followed.isComplete() ? State.FOLLOWING : State.BUILDING;
        pause.reset();
    }

    private static <T> T await(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }
}
