package dev.andon.kernel.event;

import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whoever is on standby said how a service is. It stands on the timeline of an incident only if it was made during one. */
public record CheckInRecorded(
        @Nullable IncidentId incidentId,
        String service,
        Health health,
        Map<String, Double> metrics,
        @Nullable String note,
        Instant occurredAt) implements IncidentEvent, ServiceEvent {

    /** Metrics are sorted, so that the same check-in is stored as the same bytes. */
    public CheckInRecorded {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    @Override
    public Set<Tag> tags() {
        return incidentId == null
                ? Set.of(Tag.service(service))
                : Set.of(incidentId.tag(), Tag.service(service));
    }
}
