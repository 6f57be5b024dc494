package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The incident turned out to be worse, or less bad, than thought. */
public record SeverityChanged(
        IncidentId incidentId,
        Severity from,
        Severity to,
        @Nullable String reason,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
