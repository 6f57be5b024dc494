package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was told to whom, and when the next word is due. */
public record StakeholderUpdatePosted(
        IncidentId incidentId,
        String audience,
        String message,
        @Nullable String channel,
        @Nullable Instant nextUpdateDueAt,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
