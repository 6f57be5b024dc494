package dev.andon.command.axon;

import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import org.axonframework.messaging.core.Message;

/** Gives back the event that a message carries, whether it was just appended or comes from the log as bytes. */
final class StoredEvents {

    private final EventCodec codec;

    StoredEvents(EventCodec codec) {
        this.codec = codec;
    }

    Event in(Message message) {
        return switch (message.payload()) {
            case Event event -> event;
            case byte[] stored -> codec.read(message.type().name(), message.type().version(), stored);
            case null -> throw new IllegalStateException("An event message without a payload: " + message.type());
            default -> throw new IllegalStateException("Not an event: " + message.payload().getClass());
        };
    }
}
