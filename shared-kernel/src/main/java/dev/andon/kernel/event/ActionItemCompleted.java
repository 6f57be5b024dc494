package dev.andon.kernel.event;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work is done. */
public record ActionItemCompleted(
        IncidentId incidentId,
        ActionItemId actionItemId,
        @Nullable String note,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, actionItemId);
    }
}
