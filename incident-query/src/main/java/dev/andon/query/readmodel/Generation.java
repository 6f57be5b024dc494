package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;
import dev.andon.query.readmodel.Batch.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One generation of a projection's documents as it is worked on, by one thread: it takes what has arrived from the log,
 * applies it, and stores the outcome with its position. While one batch is being stored, the next one is applied.
 *
 * <p>Keeps: the stored position never passes an event that was not applied. An event that cannot be applied therefore ends
 * the work until somebody says to try it again: skipping it would leave documents that no rebuild would ever give again.
 */
final class Generation<D> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final int REMEMBERED = 500;

    private final Projection<D> projection;
    private final FollowedLog log;
    private final int batchSize;
    private final DocumentStore documents;
    private final Throughput throughput = new Throughput(System::nanoTime);
    private final EventFeed feed;
    private Map<DocumentKey, Known<D>> lastTouched = Map.of();
    private final Map<DocumentKey, Known<D>> remembered = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentKey, Known<D>> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable CompletableFuture<?> storing;
    private long applied;
    private volatile long position;
    private volatile boolean complete;
    private volatile @Nullable ProjectionFailure failure;

    /** Goes on where the documents are; what failed there before is tried again. */
    Generation(Projection<D> projection, ReadModels.Surroundings surroundings, LogReadings readings,
            DocumentStore documents, Bell bell) {
        VersionState state = documents.state().blockOptional()
                .orElseThrow(() -> new VersionDroppedException(documents.version()));
        if (state.failure() != null) {
            documents.fail(null).block();
        }
        this.projection = projection;
        this.log = surroundings.log();
        this.batchSize = surroundings.batchSize();
        this.documents = documents;
        this.applied = state.position();
        this.position = applied;
        this.complete = state.complete();
        this.feed = readings.from(applied, bell);
    }

    /** Applies what has arrived, as much as fits in a batch; false if there was nothing it could do. */
    boolean advance() {
        if (failure != null) {
            return false;
        }
        if (isFarBehind() && !feed.holds(batchSize)) {
            return false;
        }
        List<DecodedEvent> events = feed.poll(batchSize);
        if (events.isEmpty()) {
            return settle();
        }
        var batch = new Batch<>(projection, applied, events);
        List<DocumentChange> changes = batch.applyTo(known(batch));
        settle();
        if (batch.position() > applied) {
            Bookmark reached = await(log.bookmark(batch.position()));
            storing = documents.write(changes, reached).doOnSuccess(_ -> stored(reached.position())).toFuture();
            applied = batch.position();
            remember(batch.documents());
        }
        if (batch.failure() != null || !feed.hasMore() && !isFarBehind()) {
            settle();
        }
        stopAt(batch.failure());
        return true;
    }

    /**
     * Whether there is more than a batch to come. Then it waits until that is there: a document that many events touch is
     * encoded and stored once for each batch.
     */
    private boolean isFarBehind() {
        return log.headKnownHere() - applied > batchSize;
    }

    /** Of what it touches, what there is: what was stored a moment ago, or is just being stored, is known without asking. */
    private Map<DocumentKey, Known<D>> known(Batch<D> batch) {
        if (projection.writesOnce()) {
            return Map.of();
        }
        Map<DocumentKey, Known<D>> known = new HashMap<>();
        Set<DocumentKey> unknown = new HashSet<>();
        for (DocumentKey key : batch.keys()) {
            Known<D> touched = lastTouched.getOrDefault(key, remembered.get(key));
            if (touched == null) {
                unknown.add(key);
            } else {
                known.put(key, touched);
            }
        }
        if (!unknown.isEmpty()) {
            await(documents.load(unknown)).forEach((key, stored) -> known.put(key, batch.known(stored)));
        }
        return known;
    }

    private void remember(Map<DocumentKey, Known<D>> touched) {
        if (projection.writesOnce()) {
            return;
        }
        if (!complete) {
            remembered.putAll(lastTouched);
        }
        lastTouched = touched;
    }

    /** Waits until the last batch is stored; false if there was none. */
    private boolean settle() {
        CompletableFuture<?> stored = storing;
        if (stored == null) {
            return false;
        }
        storing = null;
        try {
            stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return true;
    }

    private void stored(long reached) {
        throughput.add(reached - position);
        position = reached;
    }

    private void stopAt(@Nullable ProjectionFailure stopped) {
        if (stopped != null) {
            LOG.error("{} stopped before position {}: {}", version(), stopped.position(), stopped.reason());
            documents.fail(stopped).block();
            feed.close();
            failure = stopped;
        }
    }

    /** Whether somebody has said to try again what failed here. */
    boolean isToBeResumed() {
        return failure != null
                && documents.state().filter(state -> state.failure() == null).hasElement().blockOptional()
                        .orElse(false);
    }

    void complete() {
        documents.complete().block();
        complete = true;
        remembered.clear();
    }

    ModelVersion version() {
        return documents.version();
    }

    DocumentStore documents() {
        return documents;
    }

    long position() {
        return position;
    }

    boolean isComplete() {
        return complete;
    }

    @Nullable
    ProjectionFailure failure() {
        return failure;
    }

    double eventsPerSecond() {
        return throughput.perSecond();
    }

    /** The batch at hand is still stored. */
    @Override
    public void close() {
        feed.close();
        settle();
    }

    private static <T> T await(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }
}
