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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.EventSink;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * Runs one rule: sources what it needs to know, lets it decide, and publishes what it decided. It waits for what it reads,
 * as its thread may.
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
        return KernelMessageTypes.ofCommand(rule.command()).qualifiedName();
    }

    @Override
    public MessageStream.Single<CommandResultMessage> handle(CommandMessage message, ProcessingContext context) {
        C command = Objects.requireNonNull(rule.command().cast(message.payload()));
        String commandId = message.metadata().get(CommandMetadata.COMMAND_ID);
        if (commandId != null) {
            context.putResource(AndonEventStorageEngine.COMMAND_ID, commandId);
        }
        Optional<ExpectedVersion> expected = ExpectedVersion.in(message.metadata());
        expected.ifPresent(version -> version.beforeDeciding(context, storedEvents));
        S known = known(rule.knowledgeFor(command), context);
        List<Event> events = rule.decide(command, known, circumstancesOf(message.metadata()));
        expected.ifPresent(version -> version.afterDeciding(events, context, storedEvents));
        return MessageStream.just(record(events, message, context));
    }

    private <T> T known(Knowledge<T> knowledge, ProcessingContext context) {
        return switch (knowledge) {
            case DecisionModel<T> model -> model.afterEntries(source(model, context));
            case Successive<?, T> successive -> known(successive, context);
        };
    }

    private <A, T> T known(Successive<A, T> successive, ProcessingContext context) {
        return known(successive.next().apply(known(successive.first(), context)), context);
    }

    private List<Entry> source(DecisionModel<?> model, ProcessingContext context) {
        List<DecisionModel.Clause> boundary = model.boundary();
        var entries = new ArrayList<Entry>();
        if (!boundary.isEmpty()) {
            SourcingCondition condition = SourcingCondition.conditionFor(KernelCriteria.of(boundary));
            Sourcing.events(condition, context).forEach(event -> entries.add(entryIn(event)));
        }
        return entries;
    }

    /** Behind the log's end, if it is not from the log: nothing there has been struck out. */
    private Entry entryIn(EventMessage message) {
        return new Entry(
                Recorded.of(message).map(Recorded::position).orElse(Long.MAX_VALUE), storedEvents.in(message));
    }

    private static CommandResultMessage record(
            List<Event> events, CommandMessage message, ProcessingContext context) {
        var recording = new Recording(events, context);
        if (!message.metadata().containsKey(CommandMetadata.DRY_RUN)) {
            context.component(EventSink.class)
                    .publish(context, events.stream().map(event -> messageOf(event, message)).toList())
                    .join();
        }
        // Nobody tells results apart but by the command, so it needs no identifier of its own.
        return new GenericCommandResultMessage(
                new GenericMessage(message.identifier(), RESULT, recording, Metadata.emptyInstance()));
    }

    private Circumstances circumstancesOf(Map<String, String> metadata) {
        String givenNow = metadata.get(CommandMetadata.NOW);
        return new Circumstances(
                givenNow == null ? clock.instant() : Instant.parse(givenNow), EventMetadata.actorIn(metadata));
    }

    private static EventMessage messageOf(Event event, CommandMessage command) {
        Map<String, String> metadata = CommandMessages.keptOf(command);
        if (event.anonymous()) {
            metadata = new HashMap<>(metadata);
            CommandMetadata.LEADING_TO_THE_AUTHOR.forEach(metadata::remove);
            metadata.putAll(EventMetadata.of(Actor.ANONYMOUS));
        }
        return new GenericEventMessage(
                MessageIds.next(),
                KernelMessageTypes.ofEvent(event.getClass()),
                event,
                metadata,
                event.occurredAt());
    }
}
