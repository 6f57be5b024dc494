package dev.andon.kernel.event;

import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A list of what must be so before a busy period. Items are numbered from 1, in this order. */
public record ReadinessCheckOpened(
        ReadinessCheckId readinessCheckId,
        String title,
        Instant from,
        Instant to,
        List<String> services,
        List<String> items,
        Instant occurredAt) implements OperationsEvent {

    public ReadinessCheckOpened {
        services = List.copyOf(services);
        items = List.copyOf(items);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(readinessCheckId);
    }
}
