package dev.andon.query.readmodel;

import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import java.time.Instant;
import java.util.Map;

/** An event, with all that is known of its recording. */
public record Recorded(long position, Instant recordedAt, Map<String, String> metadata, Event event) {

    public Actor actor() {
        return EventMetadata.actorIn(metadata);
    }

    public String channel() {
        return metadata.getOrDefault(EventMetadata.CHANNEL, "API");
    }
}
