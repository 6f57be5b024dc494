package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rollback ended, and this is what it did. */
public record RollbackCompleted(
        IncidentId incidentId,
        RollbackId rollbackId,
        RollbackOutcome outcome,
        @Nullable String note,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, rollbackId);
    }
}
