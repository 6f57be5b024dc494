package dev.andon.query.readmodel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** An event, with all that is known of its recording. */
public record Recorded(
        long position,
        Instant recordedAt,
        Map<String, String> metadata,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type") Event event) {

    /** As a document keeps it: metadata is sorted, so that the same event is stored as the same bytes again. */
    public Recorded sorted() {
        return new Recorded(position, recordedAt, Collections.unmodifiableMap(new TreeMap<>(metadata)), event);
    }

    public Actor actor() {
        return EventMetadata.actorIn(metadata);
    }

    public String channel() {
        return metadata.getOrDefault(EventMetadata.CHANNEL, "API");
    }
}
