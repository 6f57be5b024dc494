package dev.andon.kernel.event;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change is being undone. {@code change} says what was known of it then; {@code changeId} is there if it was registered. */
public record RollbackStarted(
        IncidentId incidentId,
        RollbackId rollbackId,
        @Nullable ChangeId changeId,
        RolledBackChange change,
        String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, rollbackId, changeId);
    }
}
