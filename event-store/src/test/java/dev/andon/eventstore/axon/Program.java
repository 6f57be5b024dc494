package dev.andon.eventstore.axon;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.Converter;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.annotation.SequencingPolicy;
import org.axonframework.messaging.eventhandling.configuration.EventProcessorModule;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.sequencing.PropertySequencingPolicy;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.axonframework.update.UpdateChecker;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.jspecify.annotations.Nullable;

/** A whole little program on the engine and the token store, wired by hand: one command, one event, one processor. */
final class Program implements AutoCloseable {

    static final String PROCESSOR = "timeline";
    static final int BATCH_SIZE = 10;

    private final Map<String, Commit> commits = new ConcurrentHashMap<>();
    private final Timeline timeline = new Timeline();
    private final AxonConfiguration axon;

    Program(EventStore store, SegmentClaims claims, String owner, int segments, int maxClaimed) {
        this(store, new AndonTokenStore(store, claims, owner, Duration.ofSeconds(10), Clock.systemUTC()), null,
                processor -> processor.initialSegmentCount(segments).maxClaimedSegments(maxClaimed));
    }

    /** @param handlers what handles events; null for what {@link #nextHandled} tells of */
    Program(EventStore store, TokenStore tokens, @Nullable Object handlers,
            UnaryOperator<PooledStreamingEventProcessorConfiguration> settings) {
        Converter converter = new JacksonConverter();
        axon = EventSourcingConfigurer.create()
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class)
                        .registerComponent(Converter.class, _ -> converter)
                        .registerComponent(TokenStore.class, _ -> tokens))
                .registerEventStorageEngine(_ -> new AndonEventStorageEngine(store, converter))
                .registerEntity(EventSourcedEntityModule.autodetected(String.class, Incident.class))
                .messaging(messaging -> messaging.registerCommandHandlerInterceptor(_ -> (command, context, chain) -> {
                    identify(context, command.metadata().getOrDefault("commandId", command.identifier()));
                    return chain.proceed(command, context);
                }).eventProcessing(events -> events.pooledStreaming(streaming -> streaming.processor(
                        EventProcessorModule.pooledStreaming(PROCESSOR)
                                .eventHandlingComponents(components -> components
                                        .autodetected(_ -> handlers == null ? timeline : handlers))
                                .customized((_, processor) -> settings
                                        .apply(processor.tokenClaimInterval(50).batchSize(BATCH_SIZE)))))))
                .start();
    }

    private void identify(ProcessingContext context, String commandId) {
        context.putResource(AndonEventStorageEngine.COMMAND_ID, commandId);
        context.runOnAfterCommit(
                after -> commits.put(commandId, after.getResource(AndonEventStorageEngine.COMMIT)));
    }

    CompletableFuture<Commit> addFinding(String incident, String text, String commandId) {
        return axon.getComponent(CommandGateway.class)
                .send(new AddFinding(incident, text), Metadata.with("commandId", commandId), null).getResultMessage()
                .thenApply(_ -> Objects.requireNonNull(commits.get(commandId)));
    }

    /** Waits for the next finding that this program's processor hands to its handler. */
    Handled nextHandled() throws InterruptedException {
        return timeline.handled.take();
    }

    BlockingQueue<Handled> handled() {
        return timeline.handled;
    }

    PooledStreamingEventProcessor processor() {
        return Objects.requireNonNull(axon.getComponents(PooledStreamingEventProcessor.class).get(PROCESSOR));
    }

    boolean asksForUpdates() {
        return axon.getOptionalComponent(UpdateChecker.class).isPresent();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    @Command(name = "AddFinding")
    record AddFinding(@TargetEntityId String incident, String text) {}

    @Event(namespace = "test", name = "FindingAdded", version = "1")
    record FindingAdded(@EventTag(key = "incident") String incident, String text, int number) {}

    record Handled(String incident, int number, String text, Recorded recorded) {}

    @EventSourcedEntity(tagKey = "incident")
    static final class Incident {

        private int findings;

        @EntityCreator
        Incident() {}

        @CommandHandler
        void handle(AddFinding command, EventAppender appender) {
            appender.append(new FindingAdded(command.incident(), command.text(), findings + 1));
        }

        @EventSourcingHandler
        void on(FindingAdded event) {
            findings = event.number();
        }
    }

    static final class Timeline {

        private final BlockingQueue<Handled> handled = new LinkedBlockingQueue<>();

        @EventHandler(eventName = "test.FindingAdded")
        @SequencingPolicy(type = PropertySequencingPolicy.class, parameters = "incident")
        void on(FindingAdded event, EventMessage message) {
            handled.add(
                    new Handled(event.incident(), event.number(), event.text(), Recorded.of(message).orElseThrow()));
        }
    }
}
