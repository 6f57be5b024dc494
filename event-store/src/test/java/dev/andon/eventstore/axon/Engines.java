package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** How the tests of this package speak to an engine. */
final class Engines {

    static final Instant OCCURRED = Instant.parse("2026-02-28T23:59:59.123Z");

    private static final SimpleUnitOfWorkFactory UNITS_OF_WORK = new SimpleUnitOfWorkFactory(
            EmptyApplicationContext.INSTANCE);

    private Engines() {}

    static AndonEventStorageEngine on(EventLog log) {
        return new AndonEventStorageEngine(new EventStore(log, Clock.systemUTC()), new JacksonConverter());
    }

    static TaggedEventMessage<EventMessage> event(String type, Tag... tags) {
        return new GenericTaggedEventMessage<>(new GenericEventMessage(UUID.randomUUID().toString(),
                new MessageType(type, "3"), "payload of " + type, Map.of("traceId", "t-1"), OCCURRED), Set.of(tags));
    }

    static ConsistencyMarker append(EventStorageEngine engine, AppendCondition condition,
            TaggedEventMessage<?>... events) {
        return append(engine, condition, _ -> {}, _ -> {}, events);
    }

    /** In one unit of work, as a command handler would. */
    @SuppressWarnings("unchecked")
    static ConsistencyMarker append(EventStorageEngine engine, AppendCondition condition,
            Consumer<ProcessingContext> before, Consumer<ProcessingContext> after, TaggedEventMessage<?>... events) {
        return UNITS_OF_WORK.create().executeWithResult(context -> {
            before.accept(context);
            return engine.appendEvents(condition, context, List.of(events)).thenCompose(transaction -> {
                var append = (AppendTransaction<Object>) transaction;
                CompletableFuture<Object> committed = append.commit(context);
                return committed.thenCompose(result -> append.afterCommit(result, context));
            }).whenComplete((_, _) -> after.accept(context));
        }).join();
    }

    static AppendCondition unless(EventCriteria criteria, ConsistencyMarker since) {
        return AppendCondition.withCriteria(criteria).withMarker(since);
    }

    static List<MessageStream.Entry<EventMessage>> source(EventStorageEngine engine, EventCriteria criteria) {
        return engine
                .source(SourcingCondition.conditionFor(criteria), null).<List<MessageStream.Entry<EventMessage>>>reduce(
                        new ArrayList<>(), (entries, entry) -> {
                            entries.add(entry);
                            return entries;
                        })
                .join();
    }

    /** The first events of a stream that never ends, which is closed then. */
    static List<MessageStream.Entry<EventMessage>> first(int count, MessageStream<EventMessage> stream) {
        var entries = new ArrayList<MessageStream.Entry<EventMessage>>();
        var enough = new CompletableFuture<Void>();
        stream.setCallback(() -> {
            synchronized (entries) {
                while (entries.size() < count && stream.hasNextAvailable()) {
                    stream.next().ifPresent(entries::add);
                }
                stream.error().ifPresent(enough::completeExceptionally);
                if (entries.size() == count) {
                    enough.complete(null);
                }
            }
        });
        enough.join();
        stream.close();
        return entries;
    }

    static ConsistencyMarker at(long position) {
        return new GlobalIndexConsistencyMarker(position);
    }

    static long marker(MessageStream.Entry<EventMessage> entry) {
        return GlobalIndexConsistencyMarker.position(entry.getResource(ConsistencyMarker.RESOURCE_KEY));
    }
}
