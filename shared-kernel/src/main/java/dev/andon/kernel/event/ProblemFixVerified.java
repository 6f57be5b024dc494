package dev.andon.kernel.event;

import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** There is evidence that the fix works. */
public record ProblemFixVerified(
        ProblemId problemId,
        String evidence,
        Instant occurredAt) implements ProblemEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId);
    }
}
