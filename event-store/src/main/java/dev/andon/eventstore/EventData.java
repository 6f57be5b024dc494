package dev.andon.eventstore;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a caller asks to be recorded, and what a reader gets back to the byte.
 *
 * @param occurredAt when it happened in the world; the log adds by itself when it was recorded
 * @param payload bytes the log never looks into; not copied, so never to be changed
 */
public record EventData(
        String id,
        String type,
        String version,
        Instant occurredAt,
        Set<Tag> tags,
        byte[] payload,
        Map<String, String> metadata) {

    public EventData {
        tags = Set.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventData that
                && id.equals(that.id)
                && type.equals(that.type)
                && version.equals(that.version)
                && occurredAt.equals(that.occurredAt)
                && tags.equals(that.tags)
                && Arrays.equals(payload, that.payload)
                && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, type, version, occurredAt);
    }
}
