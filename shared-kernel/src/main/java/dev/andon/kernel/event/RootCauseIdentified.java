package dev.andon.kernel.event;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A root cause was found. */
public record RootCauseIdentified(
        IncidentId incidentId,
        String statement,
        RootCauseCategory category,
        @Nullable AnswerId under,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
