package dev.andon.command.axon;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** What a command led to. Where it stands in the log is known once the unit of work has committed. */
public final class Recording {

    private final List<Event> events;
    private final ProcessingContext context;

    Recording(List<Event> events, ProcessingContext context) {
        this.events = List.copyOf(events);
        this.context = context;
    }

    public List<Event> events() {
        return events;
    }

    /** The commit that holds the events; nothing if the rule decided that nothing happens. */
    public Optional<Commit> commit() {
        return Optional.ofNullable(context.getResource(AndonEventStorageEngine.COMMIT));
    }
}
