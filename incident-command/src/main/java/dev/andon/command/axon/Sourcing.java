package dev.andon.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;

/**
 * Reads what a decision rests on, and makes it part of the append condition. If it cannot be read, nothing is recorded, and
 * that is worth telling apart: a caller who only hears that something went wrong must suppose that it may have been.
 */
final class Sourcing {

    private Sourcing() {}

    static List<EventMessage> events(SourcingCondition condition, ProcessingContext context) {
        try {
            return context.component(EventStore.class)
                    .transaction(context)
                    .source(condition)
                    .reduce(new ArrayList<EventMessage>(), (messages, entry) -> {
                        messages.add(entry.message());
                        return messages;
                    })
                    .join();
        } catch (CompletionException failure) {
            throw LogUnreadable.unlessDamaged(failure.getCause() == null ? failure : failure.getCause());
        }
    }
}
