package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nothing was wrong. What the alarm cost is kept, since alarms that cost too much are not believed for long. */
public record IncidentMarkedFalseAlarm(
        IncidentId incidentId,
        String reason,
        @Nullable String cost,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
