package dev.andon.query.readmodel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An event, with all that is known of its recording. Metadata is sorted, so that it is stored as the same bytes again. */
public record Recorded(
        long position,
        Instant recordedAt,
        Map<String, String> metadata,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type") Event event) {

    public Recorded {
        metadata = sorted(metadata);
    }

    /** What is sorted is handed on: several documents are made of each event, and would sort it again each. */
    public static Map<String, String> sorted(Map<String, String> metadata) {
        return metadata instanceof SortedMap<String, String> ? metadata
                : Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    public Actor actor() {
        return EventMetadata.actorIn(metadata);
    }

    public String channel() {
        return metadata.getOrDefault(EventMetadata.CHANNEL, "API");
    }
}
