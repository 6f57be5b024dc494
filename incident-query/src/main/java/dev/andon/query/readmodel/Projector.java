package dev.andon.query.readmodel;

import dev.andon.eventstore.RecordedEvent;
import dev.andon.query.readmodel.ProjectionStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings the documents of one projection up to the log and keeps them there, on a thread of its own, as long as this process
 * has the claim to do so; otherwise it watches how far the process that has it gets.
 *
 * <p>Keeps: the stored position never passes an event that was not applied. An event that cannot be applied therefore stops
 * this projection, and no other: skipping it would leave documents that no rebuild would ever give again. And what is
 * stored follows from the log as it is now: documents that have seen another history are discarded and built anew.
 */
final class Projector<D> {

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_WATCHING_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_RETRY_PAUSE = Duration.ofSeconds(10);

    private final Projection<D> projection;
    private final ModelVersion version;
    private final FollowedLog log;
    private final EventDecoder decoder;
    private final ReadModelStore store;
    private final AnsweringModel<D> model;
    private final Bell bell;
    private final ProjectionClaims claims;
    private final Lease lease;
    private final int batchSize;
    private final Throughput throughput = new Throughput(System::nanoTime);
    private final Thread thread;

    private volatile State state = State.STARTING;
    private volatile @Nullable ProjectionFailure failure;
    private volatile long position;
    private volatile boolean stopping;
    private volatile boolean resumed;
    private Duration pause = SHORTEST_PAUSE;

    Projector(Projection<D> projection, ReadModels.Surroundings surroundings, AnsweringModel<D> model, Bell bell) {
        this.projection = projection;
        this.version = ModelVersion.of(projection);
        this.log = surroundings.log();
        this.decoder = surroundings.decoder();
        this.store = surroundings.store();
        this.claims = surroundings.claims();
        this.lease = new Lease(claims, version);
        this.batchSize = surroundings.batchSize();
        this.model = model;
        this.bell = bell;
        this.thread = Thread.ofVirtual().name("projector-" + projection.name()).unstarted(this::run);
    }

    /** Answers with what there is from the moment this returns. */
    void start() {
        await(store.open(version));
        position = look();
        thread.start();
    }

    void resume() {
        resumed = true;
        bell.ring();
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
        return new ProjectionStatus(version.name(), version.version(), state, reflected, model.reflects(), head,
                behindSince, throughput.perSecond(), failure);
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
            failure = ProjectionFailure.at(position + 1, e);
            throw e;
        } finally {
            lease.giveBack();
            state = State.STOPPED;
        }
    }

    private void work() {
        discardOtherHistories();
        DocumentStore documents = await(store.open(version));
        VersionState reached = await(documents.state());
        position = reached.position();
        boolean complete = reached.complete();
        if (complete) {
            dropOthers();
        } else if (state == State.STARTING) {
            state = State.BUILDING;
        }
        ProjectionFailure stopped = null;
        try (CommitFeed feed = CommitFeed.subscribe(log, position, bell)) {
            while (!stopping && stopped == null && lease.keep()) {
                List<RecordedEvent> events = feed.poll(batchSize);
                stopped = apply(events, documents);
                if (!complete && position >= await(log.head())) {
                    takeOver(documents);
                    complete = true;
                }
                show(documents, complete);
                if (stopped == null) {
                    progressing(complete ? State.FOLLOWING : State.BUILDING);
                }
                if (events.isEmpty()) {
                    bell.await(lease.renewal());
                }
            }
        }
        if (stopped != null) {
            waitToBeResumed(stopped);
        }
    }

    private @Nullable ProjectionFailure apply(List<RecordedEvent> events, DocumentStore documents) {
        if (events.isEmpty()) {
            return null;
        }
        var batch = new Batch<>(projection, decoder, position, events);
        Set<DocumentKey> keys = batch.keys();
        List<DocumentChange> changes = batch.applyTo(keys.isEmpty() ? Map.of() : await(documents.load(keys)));
        if (batch.position() > position) {
            documents.write(changes, await(log.bookmark(batch.position()))).block();
            throughput.add(batch.position() - position);
            position = batch.position();
        }
        return batch.failure();
    }

    private void takeOver(DocumentStore documents) {
        documents.complete().block();
        LOG.info("{} reflects the whole log, up to position {}, and answers from now on", version, position);
        model.answerFrom(documents, position, true);
        dropOthers();
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
        return store.drop(dropped).then(dropped.equals(version) ? Mono.empty() : claims.forget(dropped));
    }

    /** What another process still works on stays: it answers there until that process is replaced. */
    private void dropOthers() {
        store.versions(version.name()).map(kept -> kept.state().version())
                .filter(other -> !other.equals(version))
                .filterWhen(claims::claim)
                .concatMap(this::drop)
                .blockLast();
    }

    private void show(DocumentStore documents, boolean complete) {
        if (complete || model.answersFrom(version)) {
            model.answerFrom(documents, position, true);
        } else {
            look();
        }
    }

    private long look() {
        KeptVersion chosen = model.choose().block();
        if (chosen == null) {
            model.answerNothing();
            return 0;
        }
        model.answerFrom(chosen.documents(), chosen.state().position(), false);
        return chosen.state().position();
    }

    private void watch() {
        pause = SHORTEST_PAUSE;
        while (!stopping && !lease.isDue()) {
            position = look();
            state = State.WATCHING;
            failure = null;
            pause = bell.await(pause) ? SHORTEST_PAUSE : longer(LONGEST_WATCHING_PAUSE);
        }
    }

    private void waitToBeResumed(ProjectionFailure stopped) {
        LOG.error("{} stopped before position {}: {}", version, stopped.position(), stopped.reason());
        failure = stopped;
        state = State.FAILED;
        while (!stopping && !resumed && lease.keep()) {
            bell.await(lease.renewal());
        }
        // Only here: who says to go on while the last attempt is still failing means one more.
        resumed = false;
    }

    private void retryLater(RuntimeException e) {
        if (failure == null) {
            LOG.warn("{} cannot go on behind position {} and will try again", version, position, e);
        }
        failure = ProjectionFailure.at(position + 1, e);
        state = State.RETRYING;
        bell.await(pause);
        pause = longer(LONGEST_RETRY_PAUSE);
    }

    private void progressing(State how) {
        state = how;
        failure = null;
        pause = SHORTEST_PAUSE;
    }

    private Duration longer(Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static <T> T await(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }
}
