package dev.andon.command.axon;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Entry;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.command.decision.Successive;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.eventstore.axon.Recorded;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
 * <p>What a rule reads in one step is read in one go, under one criteria. Where there are several steps, or an expected
 * version is read before, the lowest marker counts: with the highest, an event between two reads would be seen by neither
 * the decision nor the append condition.
 */
final class RuleHandler<C extends Command, S> implements CommandHandler {

    private static final MessageType RESULT = new MessageType(new QualifiedName("Recording"), "1");

    private final Rule<C, S> rule;
    private final Clock clock;
    private final StoredEvents storedEvents;

    RuleHandler(Rule<C, S> rule, Clock clock, StoredEvents storedEvents) {
        this.rule = rule;
        this.clock = clock;
        this.storedEvents = storedEvents;
    }

    QualifiedName commandName() {
        return KernelMessageTypes.ofCommand(rule.command());
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        C command = Objects.requireNonNull(rule.command().cast(message.payload()));
        Knowledge<S> knowledge = rule.knowledgeFor(command);
        String commandId = message.metadata().get(CommandMetadata.COMMAND_ID);
        if (commandId != null) {
            context.putResource(AndonEventStorageEngine.COMMAND_ID, commandId);
        }
        Optional<ExpectedVersion> expected = ExpectedVersion.in(message.metadata());
        return MessageStream.fromFuture(
                expected.map(version -> version.beforeDeciding(context, storedEvents))
                        .orElseGet(CompletableFuture::allOf)
                        .thenCompose(_ -> known(knowledge, context))
                        .thenApply(
                                known -> rule.decide(command, known, circumstancesOf(message.metadata())))
                        .thenCompose(
                                events -> expected.map(version -> version.afterDeciding(events, context, storedEvents))
                                        .orElseGet(CompletableFuture::allOf)
                                        .thenCompose(_ -> record(events, message, context))));
    }

    private <T> CompletableFuture<T> known(Knowledge<T> knowledge, ProcessingContext context) {
        return switch (knowledge) {
            case DecisionModel<T> model -> source(model, context).thenApply(model::afterEntries);
            case Successive<?, T> successive -> known(successive, context);
        };
    }

    private <A, T> CompletableFuture<T> known(Successive<A, T> successive, ProcessingContext context) {
        return known(successive.first(), context).thenCompose(known -> known(successive.next().apply(known), context));
    }

    private CompletableFuture<List<Entry>> source(DecisionModel<?> model, ProcessingContext context) {
        return model.boundary().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : Sourcing.events(SourcingCondition.conditionFor(criteriaOf(model)), context)
                        .thenApply(messages -> messages.stream().map(this::entryIn).toList());
    }

    /** Behind the log's end, if it is not from the log: nothing there has been struck out. */
    private Entry entryIn(EventMessage message) {
        return new Entry(
                Recorded.of(message).map(Recorded::position).orElse(Long.MAX_VALUE), storedEvents.in(message));
    }

    private static CompletableFuture<CommandResultMessage> record(
            List<Event> events, CommandMessage message, ProcessingContext context) {
        var result = new GenericCommandResultMessage(RESULT, Recording.of(events, context));
        if (message.metadata().containsKey(CommandMetadata.DRY_RUN)) {
            return CompletableFuture.completedFuture(result);
        }
        return context.component(EventSink.class)
                .publish(context, events.stream().map(event -> messageOf(event, message)).toList())
                .thenApply(_ -> result);
    }

    private Circumstances circumstancesOf(Map<String, String> metadata) {
        String givenNow = metadata.get(CommandMetadata.NOW);
        return new Circumstances(
                givenNow == null ? clock.instant() : Instant.parse(givenNow), EventMetadata.actorIn(metadata));
    }

    private static EventMessage messageOf(Event event, CommandMessage command) {
        var metadata = new LinkedHashMap<>(command.metadata());
        metadata.keySet().removeAll(CommandMetadata.NOT_KEPT);
        metadata.put(EventMetadata.CAUSATION_ID, command.identifier());
        if (event.anonymous()) {
            metadata.keySet().removeAll(CommandMetadata.LEADING_TO_THE_AUTHOR);
            metadata.putAll(EventMetadata.of(Actor.ANONYMOUS));
        }
        return new GenericEventMessage(
                UUID.randomUUID().toString(),
                KernelMessageTypes.ofEvent(event.getClass()),
                event,
                metadata,
                event.occurredAt());
    }

    private static EventCriteria criteriaOf(DecisionModel<?> model) {
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
