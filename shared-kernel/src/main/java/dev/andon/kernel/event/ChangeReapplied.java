package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** The rollback was rolled back: the change is cleared and live again. */
public record ChangeReapplied(
        IncidentId incidentId,
        RollbackId rollbackId,
        String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, rollbackId);
    }
}
