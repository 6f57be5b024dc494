package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The learning is done; where {@code leftOpen} says that it is not, {@code reason} says why the incident was closed. */
public record IncidentClosed(
        IncidentId incidentId,
        @Nullable String reason,
        List<LooseEnd> leftOpen,
        Instant occurredAt) implements IncidentEvent {

    public IncidentClosed {
        leftOpen = List.copyOf(leftOpen);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
