package dev.andon.command.axon;

import dev.andon.kernel.event.Event;
import java.util.List;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** What a command led to. Where it stands in the log is known once the unit of work has committed. */
public final class Recording {

    private final List<Event> events;
    private volatile long last;

    Recording(List<Event> events) {
        this.events = List.copyOf(events);
    }

    void completeAfterCommitOf(ProcessingContext context) {}

    public List<Event> events() {
        return events;
    }

    /** The position of the last event; 0 if there is none. */
    public long last() {
        return last;
    }
}
