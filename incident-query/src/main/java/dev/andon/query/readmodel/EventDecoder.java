package dev.andon.query.readmodel;

import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.json.EventCodec;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Decodes events for all projections of a process. Projections that are about equally far need the same events, so the
 * last ones are remembered, each in the place its position falls on; losing one to another only costs decoding it again.
 */
final class EventDecoder {

    private static final int REMEMBERED = 1024;

    private final EventCodec codec;
    private final AtomicReferenceArray<Recorded> remembered = new AtomicReferenceArray<>(REMEMBERED);

    EventDecoder() {
        this(new EventCodec());
    }

    EventDecoder(EventCodec codec) {
        this.codec = codec;
    }

    Recorded decode(RecordedEvent event) {
        int place = (int) (event.position() % REMEMBERED);
        Recorded known = remembered.get(place);
        if (known != null && known.position() == event.position()) {
            return known;
        }
        EventData data = event.data();
        var decoded = new Recorded(event.position(), event.recordedAt(), data.metadata(),
                codec.read(data.type(), data.version(), data.payload()));
        remembered.set(place, decoded);
        return decoded;
    }
}
