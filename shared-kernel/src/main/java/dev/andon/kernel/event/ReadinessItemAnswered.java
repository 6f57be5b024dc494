package dev.andon.kernel.event;

import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody looked at an item of a readiness check; the latest answer holds. */
public record ReadinessItemAnswered(
        ReadinessCheckId readinessCheckId,
        int item,
        ReadinessAnswer answer,
        @Nullable String note,
        Instant occurredAt) implements OperationsEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(readinessCheckId);
    }
}
