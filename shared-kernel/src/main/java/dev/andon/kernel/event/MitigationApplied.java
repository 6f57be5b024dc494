package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any act other than a rollback that was meant to lessen the harm, with its effect. */
public record MitigationApplied(
        IncidentId incidentId,
        String description,
        MitigationEffect effect,
        @Nullable String service,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
