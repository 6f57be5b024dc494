package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody answers for the root-cause analysis. */
public record FiveWhysOwnerAssigned(
        IncidentId incidentId,
        String owner,
        @Nullable Instant dueAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
