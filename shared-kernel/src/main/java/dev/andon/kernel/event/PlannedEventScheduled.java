package dev.andon.kernel.event;

import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A match, a premiere, a sale: when it will be, what it will ask of which services, and whom to call. */
public record PlannedEventScheduled(
        PlannedEventId plannedEventId,
        String title,
        Instant from,
        Instant to,
        String expectedLoad,
        List<String> services,
        List<String> contacts,
        @Nullable ReadinessCheckId readinessCheckId,
        Instant occurredAt) implements OperationsEvent {

    public PlannedEventScheduled {
        services = List.copyOf(services);
        contacts = List.copyOf(contacts);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(plannedEventId, readinessCheckId);
    }
}
