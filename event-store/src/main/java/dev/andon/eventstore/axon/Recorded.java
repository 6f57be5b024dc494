package dev.andon.eventstore.axon;

import dev.andon.eventstore.RecordedEvent;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.Message;

/**
 * Where and when the store recorded an event; what Axon's own messages have no room for.
 *
 * @param position in the one total order, from 1
 * @param recordedAt the store's time, which never goes backwards along the log
 */
public record Recorded(long position, Instant recordedAt) {

    /** Held by every entry of a stream. A handler does not see the entry: it asks {@link #of(Message)}. */
    public static final ResourceKey<Recorded> RESOURCE_KEY = ResourceKey.withLabel("recorded");

    static Recorded of(RecordedEvent event) {
        return new Recorded(event.position(), event.recordedAt());
    }

    /** Empty for a message that was not read from the store. */
    public static Optional<Recorded> of(Message message) {
        return message instanceof RecordedEventMessage event ? Optional.of(event.recorded()) : Optional.empty();
    }
}
