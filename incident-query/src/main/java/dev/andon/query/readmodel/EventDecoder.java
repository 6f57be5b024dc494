package dev.andon.query.readmodel;

import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.json.EventCodec;

/** Decodes events for all projections of a process. */
final class EventDecoder {

    private final EventCodec codec;

    EventDecoder() {
        this(new EventCodec());
    }

    EventDecoder(EventCodec codec) {
        this.codec = codec;
    }

    DecodedEvent decode(RecordedEvent event) {
        EventData data = event.data();
        try {
            var recorded = new Recorded(event.position(), event.recordedAt(), data.metadata(),
                    codec.read(data.type(), data.version(), data.payload()));
            return new DecodedEvent(event.position(), data.type(), recorded,
                    codec.isCurrent(data.type(), data.version()) ? data.payload() : null, null,
                    data.payload().length);
        } catch (RuntimeException unreadable) {
            return new DecodedEvent(event.position(), data.type(), null, null, unreadable, data.payload().length);
        }
    }
}
