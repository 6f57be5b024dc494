package dev.andon.eventstore.axon;

import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Sourced;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;

/** What was sourced from memory, the marker behind it: there is nothing to wait for, and nothing to close. */
final class ReadyMessageStream implements MessageStream<EventMessage> {

    private final List<RecordedEvent> events;
    private final long marker;
    private int taken;

    ReadyMessageStream(Sourced.InMemory sourced) {
        this.events = sourced.known();
        this.marker = sourced.marker();
    }

    @Override
    public Optional<Entry<EventMessage>> next() {
        Optional<Entry<EventMessage>> next = peek();
        taken++;
        return next;
    }

    @Override
    public Optional<Entry<EventMessage>> peek() {
        return taken < events.size()
                ? Optional.of(Translation.entry(events.get(taken)))
                : taken == events.size() ? Optional.of(Translation.terminal(marker)) : Optional.empty();
    }

    @Override
    public void setCallback(Runnable callback) {
        callback.run();
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public boolean isCompleted() {
        return taken > events.size();
    }

    @Override
    public boolean hasNextAvailable() {
        return taken <= events.size();
    }

    @Override
    public void close() {
        taken = events.size() + 1;
    }
}
