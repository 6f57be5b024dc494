package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A timeline entry was struck out; it stays visible as such. */
public record EntryRetracted(
        IncidentId incidentId,
        long entryId,
        String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Set.of(incidentId.tag(), Tag.entry(entryId));
    }
}
