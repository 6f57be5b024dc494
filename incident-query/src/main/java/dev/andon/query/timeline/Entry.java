package dev.andon.query.timeline;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.Recorded;
import java.time.Instant;
import java.util.Map;

/**
 * One event of an incident as it was recorded. It never changes: if a correction rewrote the entry it corrects, the state
 * before the correction could not be shown, and a verdict would have to search for its hypothesis.
 */
public record Entry(
        long position,
        Instant recordedAt,
        Map<String, String> metadata,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type") IncidentEvent event) {

    /** Metadata is sorted, so that the same event is stored as the same bytes again. */
    public Entry {
        metadata = Recorded.sorted(metadata);
    }

    public static Entry of(Recorded recorded, IncidentEvent event) {
        return new Entry(recorded.position(), recorded.recordedAt(), recorded.metadata(), event);
    }

    public Actor actor() {
        return EventMetadata.actorIn(metadata);
    }

    public String channel() {
        return metadata.getOrDefault(EventMetadata.CHANNEL, "API");
    }
}
