package dev.andon.kernel.event;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The action item has an owner, or another one. */
public record ActionItemAssigned(
        IncidentId incidentId,
        ActionItemId actionItemId,
        String owner,
        @Nullable Instant dueAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, actionItemId);
    }
}
