package dev.andon.kernel.event;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something was done that is meant to end a problem; {@code changeId} is there if that was registered as a change. */
public record ProblemFixed(
        ProblemId problemId,
        String description,
        @Nullable ChangeId changeId,
        Instant occurredAt) implements ProblemEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId, changeId);
    }
}
