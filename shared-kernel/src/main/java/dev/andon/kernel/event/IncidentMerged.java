package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * It is the same incident as another one, which goes on. {@code through} names the one that it had been merged into before
 * that was merged itself: whoever comes late is sent to where things go on, never along a chain.
 */
public record IncidentMerged(
        IncidentId incidentId,
        IncidentId into,
        @Nullable IncidentId through,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<IncidentId> incidents() {
        return Set.of(incidentId, into);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, into);
    }
}
