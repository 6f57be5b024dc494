package dev.andon.kernel.event;

import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service and what is promised of it; the latest registration of a name holds. The objective is a percentage, to be met
 * over the period; a service is checked on at least once in each interval.
 */
public record ServiceRegistered(
        String name,
        @Nullable String owner,
        @Nullable Double availabilityObjective,
        @Nullable AvailabilityPeriod availabilityPeriod,
        @Nullable Duration checkInInterval,
        Instant occurredAt) implements ServiceEvent {

    @Override
    public String service() {
        return name;
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(Tag.service(name));
    }
}
