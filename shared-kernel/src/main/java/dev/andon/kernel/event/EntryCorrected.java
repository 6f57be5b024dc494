package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A new version of a timeline entry; the original stays replayable. {@code text} and {@code happenedAt} replace what the entry said. */
public record EntryCorrected(
        IncidentId incidentId,
        long entryId,
        String reason,
        @Nullable String text,
        @Nullable Instant happenedAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Set.of(incidentId.tag(), Tag.entry(entryId));
    }
}
