package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Customers are fine again. */
public record IncidentResolved(
        IncidentId incidentId,
        String summary,
        @Nullable Instant impactEndedAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
