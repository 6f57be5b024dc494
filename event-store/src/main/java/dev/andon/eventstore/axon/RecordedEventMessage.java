package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventData;
import java.lang.reflect.Type;
import java.util.Map;
import org.axonframework.conversion.Converter;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * An event message that knows where it stands, whatever is done to its payload and metadata. It cannot leave that to the
 * context: Axon's processors hand handlers a batch of bare messages, without the context that each came with.
 */
final class RecordedEventMessage extends GenericEventMessage {

    private final Recorded recorded;

    RecordedEventMessage(EventData event, Recorded recorded) {
        super(new StoredMessage(event), event::occurredAt);
        this.recorded = recorded;
    }

    private RecordedEventMessage(EventMessage changed, Recorded recorded) {
        super(changed, changed::timestamp);
        this.recorded = recorded;
    }

    Recorded recorded() {
        return recorded;
    }

    @Override
    public EventMessage withMetadata(Map<String, String> metadata) {
        return recorded(super.withMetadata(metadata));
    }

    @Override
    public EventMessage andMetadata(Map<String, String> metadata) {
        return recorded(super.andMetadata(metadata));
    }

    @Override
    public EventMessage withConvertedPayload(Type type, Converter converter) {
        return recorded(super.withConvertedPayload(type, converter));
    }

    private EventMessage recorded(EventMessage changed) {
        return changed == this ? this : new RecordedEventMessage(changed, recorded);
    }
}
