package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A timeline entry is a key moment of this phase; pinned again, of another one. */
public record EntryPinned(
        IncidentId incidentId,
        long entryId,
        Phase phase,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Set.of(incidentId.tag(), Tag.entry(entryId));
    }
}
