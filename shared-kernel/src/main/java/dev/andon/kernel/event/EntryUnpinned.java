package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A timeline entry is no key moment after all. */
public record EntryUnpinned(
        IncidentId incidentId,
        long entryId,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Set.of(incidentId.tag(), Tag.entry(entryId));
    }
}
