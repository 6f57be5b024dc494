package dev.andon.kernel.event;

import dev.andon.kernel.Detection;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something happens in production that hurts, or may hurt, a customer. */
public record IncidentDeclared(
        IncidentId incidentId,
        String title,
        Severity severity,
        List<String> services,
        Detection detection,
        @Nullable Instant impactStartedAt,
        @Nullable String summary,
        boolean drill,
        Instant occurredAt) implements IncidentEvent {

    public IncidentDeclared {
        services = List.copyOf(services);
    }

    /** By its services as well: whoever presses the panic button names a service, and no incident. */
    @Override
    public Set<Tag> tags() {
        var tags = new HashSet<Tag>();
        tags.add(incidentId.tag());
        services.forEach(service -> tags.add(Tag.service(service)));
        return Collections.unmodifiableSet(tags);
    }
}
