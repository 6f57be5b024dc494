package dev.andon.kernel.event;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vote from 0 (veto) to 5 (will champion it); a later vote of the same voter replaces it. */
public record ActionItemVoteCast(
        IncidentId incidentId,
        ActionItemId actionItemId,
        String voter,
        int score,
        @Nullable String comment,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, actionItemId);
    }
}
