package dev.andon.kernel.event;

import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody stands for it that all is ready, but for the items that were answered {@code NO}. */
public record ReadinessCheckSignedOff(
        ReadinessCheckId readinessCheckId,
        String signedOffBy,
        List<Integer> notReady,
        @Nullable String statement,
        Instant occurredAt) implements OperationsEvent {

    public ReadinessCheckSignedOff {
        notReady = List.copyOf(notReady);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(readinessCheckId);
    }
}
