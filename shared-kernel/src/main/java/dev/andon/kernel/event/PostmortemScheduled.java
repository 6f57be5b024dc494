package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When the postmortem will be reviewed, by whom, and who answers for it until then; the latest schedule holds. */
public record PostmortemScheduled(
        IncidentId incidentId,
        Instant scheduledFor,
        @Nullable String owner,
        List<String> attendees,
        Instant occurredAt) implements IncidentEvent {

    public PostmortemScheduled {
        attendees = List.copyOf(attendees);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
