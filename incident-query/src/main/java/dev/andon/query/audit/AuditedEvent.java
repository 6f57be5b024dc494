package dev.andon.query.audit;

import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is in the log: no correction is applied, nothing is left out.
 *
 * @param tags what it can be found by
 * @param metadata who did it, through which channel, and as part of what
 * @param eventVersion the version of its shape that it was recorded in
 * @param dataBase64 its bytes, where they are no JSON that says the same
 */
public record AuditedEvent(
        long position,
        Instant recordedAt,
        Instant occurredAt,
        String id,
        String type,
        String eventVersion,
        List<String> tags,
        Map<String, String> metadata,
        @Nullable JsonNode data,
        @Nullable String dataBase64) {

    static AuditedEvent of(RecordedEvent recorded) {
        EventData event = recorded.data();
        JsonNode data = Payload.json(event.payload());
        return new AuditedEvent(
                recorded.position(),
                recorded.recordedAt(),
                event.occurredAt(),
                event.id(),
                event.type(),
                event.version(),
                event.tags().stream().map(Tag::encoded).sorted().toList(),
                new TreeMap<>(event.metadata()),
                data,
                data == null ? Base64.getEncoder().encodeToString(event.payload()) : null);
    }
}
