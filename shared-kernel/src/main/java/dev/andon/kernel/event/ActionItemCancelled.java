package dev.andon.kernel.event;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** The work will not be done, and this is why. */
public record ActionItemCancelled(
        IncidentId incidentId,
        ActionItemId actionItemId,
        String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, actionItemId);
    }
}
