package dev.andon.kernel.event;

import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service and what is promised of it; the latest registration of a name holds. The objective is a percentage. */
public record ServiceRegistered(
        String name,
        @Nullable String owner,
        @Nullable Double availabilityObjective,
        Instant occurredAt) implements ServiceEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(Tag.service(name));
    }
}
