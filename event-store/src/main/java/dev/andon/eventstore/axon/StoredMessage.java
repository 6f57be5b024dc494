package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventData;
import java.lang.reflect.Type;
import java.util.Map;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event as a message. One that is sourced for a decision is asked for its payload and nothing else, so the rest
 * is made of it, at the price of a copy of its metadata, for whoever asks.
 */
final class StoredMessage implements Message {

    private final EventData event;
    private @Nullable Message whole;

    StoredMessage(EventData event) {
        this.event = event;
    }

    private Message whole() {
        Message made = whole;
        if (made == null) {
            made = new GenericMessage(event.id(), new MessageType(event.type(), event.version()), event.payload(),
                    event.metadata());
            whole = made;
        }
        return made;
    }

    @Override
    public String identifier() {
        return event.id();
    }

    @Override
    public MessageType type() {
        return whole().type();
    }

    @Override
    public Object payload() {
        return event.payload();
    }

    @Override
    public <T> @Nullable T payloadAs(Type type, @Nullable Converter converter) {
        return whole().payloadAs(type, converter);
    }

    @Override
    public Class<?> payloadType() {
        return byte[].class;
    }

    @Override
    public Metadata metadata() {
        return whole().metadata();
    }

    @Override
    public Message withMetadata(Map<String, String> metadata) {
        return whole().withMetadata(metadata);
    }

    @Override
    public Message andMetadata(Map<String, String> metadata) {
        return whole().andMetadata(metadata);
    }

    @Override
    public Message withConvertedPayload(Type type, Converter converter) {
        return whole().withConvertedPayload(type, converter);
    }
}
