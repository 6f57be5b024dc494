package dev.andon.command.axon;

import dev.andon.command.decision.Rule;
import dev.andon.kernel.json.EventCodec;
import java.time.Clock;
import java.util.List;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.ConfigurationApplicationContext;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkConfiguration;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;

/**
 * Axon, wired by hand: one command handler for each rule. A command is decided in the thread that sends it, which must be one
 * that may wait. Handed from one thread to the next with each phase of a unit of work, it cost more than it decided.
 */
public final class AndonConfigurer {

    private AndonConfigurer() {}

    public static EventSourcingConfigurer configure(
            EventStorageEngine engine, List<? extends Rule<?, ?>> rules, Clock clock) {
        return configure(engine, rules, clock, new EventCodec());
    }

    static EventSourcingConfigurer configure(
            EventStorageEngine engine,
            List<? extends Rule<?, ?>> rules,
            Clock clock,
            EventCodec codec) {
        var storedEvents = new StoredEvents(codec);
        var handlers = CommandHandlingModule.named("rules").commandHandlers();
        for (Rule<?, ?> rule : rules) {
            var handler = new RuleHandler<>(rule, clock, storedEvents);
            handlers.commandHandler(handler.commandName(), handler);
        }
        return EventSourcingConfigurer.create()
                .componentRegistry(components -> components
                        // It would call its makers' server a second after start.
                        .disableEnhancer(UpdateCheckerConfigurationEnhancer.class)
                        .registerComponent(MessageTypeResolver.class, _ -> new KernelMessageTypes())
                        .registerComponent(Converter.class, _ -> new KernelConverter())
                        // Axon's own would mark an anonymous note with what leads to its author.
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                _ -> new DefaultCorrelationDataProviderRegistry()))
                .registerEventStorageEngine(_ -> engine)
                .registerEventStore(configuration -> new StorageEngineBackedEventStore(
                        configuration.getComponent(EventStorageEngine.class), new NoListeners(),
                        new KernelTags(storedEvents)))
                .messaging(
                        messaging -> messaging.registerUnitOfWorkFactory(configuration -> new SimpleUnitOfWorkFactory(
                                new FoundComponents(new ConfigurationApplicationContext(configuration)),
                                UnitOfWorkConfiguration::forcedSameThreadInvocation)))
                .registerCommandHandlingModule(handlers);
    }

    /** What the storage engine writes events with. */
    public static Converter converter() {
        return new KernelConverter();
    }
}
