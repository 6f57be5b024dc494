package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A person took a role in the response; whoever held that role before hands it over. */
public record RoleAssigned(
        IncidentId incidentId,
        Role role,
        String assignee,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
