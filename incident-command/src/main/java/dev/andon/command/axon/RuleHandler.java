package dev.andon.command.axon;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.EventSink;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Runs one rule: sources what it needs to know, lets it decide, and publishes what it decided.
 *
 * <p>Everything a rule reads is read in one go, under one criteria: two reads would have two markers, and an event between
 * them would be seen by neither the second decision nor the append condition.
 */
final class RuleHandler<C extends Command, S> implements CommandHandler {

    private static final MessageType RESULT = new MessageType(new QualifiedName("Recording"), "1");

    private final Rule<C, S> rule;
    private final Clock clock;
    private final StoredEvents storedEvents = new StoredEvents();

    RuleHandler(Rule<C, S> rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    QualifiedName commandName() {
        return KernelMessageTypes.ofCommand(rule.command());
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        C command = Objects.requireNonNull(rule.command().cast(message.payload()));
        DecisionModel<S> model = rule.knowledgeFor(command);
        String commandId = message.metadata().get(CommandMetadata.COMMAND_ID);
        if (commandId != null) {
            context.putResource(AndonEventStorageEngine.COMMAND_ID, commandId);
        }
        return MessageStream.fromFuture(
                source(model, context).thenCompose(events -> decide(command, model.after(events), message, context)));
    }

    private CompletableFuture<List<Event>> source(DecisionModel<S> model, ProcessingContext context) {
        if (model.boundary().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return context.component(EventStore.class)
                .transaction(context)
                .source(SourcingCondition.conditionFor(criteriaOf(model)))
                .reduce(new ArrayList<Event>(), (events, entry) -> {
                    events.add(storedEvents.in(entry.message()));
                    return events;
                })
                .thenApply(events -> events);
    }

    private CompletableFuture<CommandResultMessage> decide(
            C command, S known, CommandMessage message, ProcessingContext context) {
        List<Event> events = rule.decide(command, known, circumstancesOf(message.metadata()));
        var recording = Recording.of(events, context);
        List<EventMessage> messages = events.stream().map(event -> messageOf(event, message.metadata())).toList();
        return context.component(EventSink.class)
                .publish(context, messages)
                .thenApply(_ -> new GenericCommandResultMessage(RESULT, recording));
    }

    private Circumstances circumstancesOf(Map<String, String> metadata) {
        String givenNow = metadata.get(CommandMetadata.NOW);
        return new Circumstances(
                givenNow == null ? clock.instant() : Instant.parse(givenNow), EventMetadata.actorIn(metadata));
    }

    private static EventMessage messageOf(Event event, Map<String, String> commandMetadata) {
        var metadata = new LinkedHashMap<>(commandMetadata);
        metadata.keySet().removeAll(CommandMetadata.NOT_KEPT);
        if (event.anonymous()) {
            // A trace leads to whoever sent the request.
            metadata.keySet()
                    .removeAll(Set.of(EventMetadata.ACTOR_VIA, EventMetadata.CALLER, EventMetadata.TRACE_ID));
            metadata.putAll(EventMetadata.of(Actor.ANONYMOUS));
        }
        return new GenericEventMessage(
                UUID.randomUUID().toString(),
                KernelMessageTypes.ofEvent(event.getClass()),
                event,
                metadata,
                event.occurredAt());
    }

    private EventCriteria criteriaOf(DecisionModel<S> model) {
        return EventCriteria.either(model.boundary().stream().map(RuleHandler::criteriaOf).toList());
    }

    private static EventCriteria criteriaOf(DecisionModel.Clause clause) {
        var types = clause.types().stream()
                .map(type -> KernelMessageTypes.ofEvent(type).qualifiedName())
                .collect(Collectors.toSet());
        Tag[] tags = clause.tags().stream().map(KernelTags::axonTag).toArray(Tag[]::new);
        return tags.length == 0
                ? EventCriteria.havingAnyTag().andBeingOneOfTypes(types)
                : EventCriteria.havingTags(tags).andBeingOneOfTypes(types);
    }
}
