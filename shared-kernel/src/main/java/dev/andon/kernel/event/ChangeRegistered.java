package dev.andon.kernel.event;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something was put into production at {@code occurredAt}. A change without a rollback plan is allowed, and flagged. */
public record ChangeRegistered(
        ChangeId changeId,
        String service,
        String version,
        String description,
        @Nullable RollbackPlan rollbackPlan,
        Instant occurredAt) implements ChangeEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(changeId);
    }
}
