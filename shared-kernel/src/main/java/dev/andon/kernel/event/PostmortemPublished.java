package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** The postmortem is for everybody to read. Editions count up from 1; only a reopened incident has a second one. */
public record PostmortemPublished(
        IncidentId incidentId,
        int edition,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
