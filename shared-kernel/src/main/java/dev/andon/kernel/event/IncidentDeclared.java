package dev.andon.kernel.event;

import dev.andon.kernel.Detection;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return Stream.concat(Stream.of(incidentId.tag()), services.stream().map(Tag::service))
                .collect(Collectors.toUnmodifiableSet());
    }
}
