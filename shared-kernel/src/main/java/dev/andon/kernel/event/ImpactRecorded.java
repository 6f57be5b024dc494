package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When, for which services, and how badly customers were hurt. Without {@code to} the window is still open. */
public record ImpactRecorded(
        IncidentId incidentId,
        List<String> services,
        Instant from,
        @Nullable Instant to,
        int degradedPercent,
        @Nullable String description,
        Instant occurredAt) implements IncidentEvent {

    public ImpactRecorded {
        services = List.copyOf(services);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
