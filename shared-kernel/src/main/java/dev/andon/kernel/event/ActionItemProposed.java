package dev.andon.kernel.event;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody proposed work that comes out of the incident. */
public record ActionItemProposed(
        IncidentId incidentId,
        ActionItemId actionItemId,
        String title,
        ActionItemKind kind,
        @Nullable String owner,
        @Nullable Instant dueAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, actionItemId);
    }
}
