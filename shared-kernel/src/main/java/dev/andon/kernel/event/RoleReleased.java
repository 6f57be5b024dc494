package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A person gave a role up, and nobody took it over. */
public record RoleReleased(
        IncidentId incidentId,
        Role role,
        String assignee,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
