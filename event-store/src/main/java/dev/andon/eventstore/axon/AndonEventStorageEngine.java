package dev.andon.eventstore.axon;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Sourced;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Axon's view of an {@link EventStore}.
 *
 * <p>One convention for positions: a token, a marker and the start of a sourcing are each the last position seen (0 for
 * none), and what follows stands at greater ones. Axon 5.0.1's own in-memory engine returns, after an append, a marker
 * that is one too high, and so passes over a conflicting event that stands right behind it.
 *
 * <p>Payloads are read as bytes; Axon converts them when a handler asks for its type.
 */
public final class AndonEventStorageEngine implements EventStorageEngine {

    /**
     * Put into the processing context of a command, it makes the append carry this id. A second append with the same id
     * fails with {@link CommandAlreadyRecordedException}, which holds the commit of the first.
     */
    public static final ResourceKey<String> COMMAND_ID = ResourceKey.withLabel("commandId");

    /** In the processing context once its events are recorded, so from the after-commit phase on; never if there were none. */
    public static final ResourceKey<Commit> COMMIT = ResourceKey.withLabel("commit");

    /** A commit may hold megabytes, so a stream keeps few of them at hand. */
    private static final int COMMITS_AHEAD = 4;

    private final EventStore store;
    private final Converter converter;

    /** @param converter turns payloads into bytes */
    public AndonEventStorageEngine(EventStore store, Converter converter) {
        this.store = store;
        this.converter = converter;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            org.axonframework.eventsourcing.eventstore.AppendCondition condition, @Nullable ProcessingContext context,
            List<TaggedEventMessage<?>> events) {
        try {
            List<EventData> recordable = events.stream().map(event -> Translation.event(event, converter)).toList();
            AppendCondition translated = Translation.condition(
                    condition, () -> SourcedCriteria.translated(condition.criteria(), context));
            return CompletableFuture.completedFuture(
                    new Append(store, recordable, translated, condition.consistencyMarker()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The marker is fixed before the query that it bounds: the other order would miss what is recorded in between. */
    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        Criteria criteria = SourcedCriteria.translating(condition.criteria(), context);
        long after = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
        CompletableFuture<@Nullable Sourced> sourced = store.source(criteria, after).toFuture();
        return sourced.state() == Future.State.SUCCESS && sourced.resultNow() instanceof Sourced.InMemory inMemory
                ? new ReadyMessageStream(inMemory)
                : reading(Mono.fromFuture(sourced));
    }

    private static MessageStream<EventMessage> reading(Mono<Sourced> sourced) {
        var marker = new AtomicLong();
        return PrefetchingMessageStream.of(
                sourced.flatMapMany(found -> {
                    marker.set(found.marker());
                    return found.events().map(Translation::entry);
                }),
                () -> Translation.terminal(marker.get()));
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        Criteria criteria = Translation.criteria(condition.criteria());
        return PrefetchingMessageStream.of(position(condition.position())
                .flatMapMany(after -> store.follow(after)
                        // The commit that a token points into comes whole.
                        .concatMapIterable(
                                commit -> commit.recordedEvents(criteria, after, Long.MAX_VALUE).toList(),
                                COMMITS_AHEAD))
                .map(Translation::entry));
    }

    private Mono<Long> position(@Nullable TrackingToken token) {
        if (TrackingToken.LATEST.equals(token)) {
            return store.head().map(head -> head.position());
        }
        return Mono.just(token == null ? 0 : token.position().orElse(0));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(Translation.token(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return Answers.of(store.head().map(head -> Translation.token(head.position())));
    }

    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return Answers.of(store.positionBefore(at).map(Translation::token));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("store", store);
        descriptor.describeProperty("converter", converter);
    }
}
