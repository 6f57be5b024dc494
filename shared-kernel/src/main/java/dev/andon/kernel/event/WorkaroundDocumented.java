package dev.andon.kernel.event;

import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** How to live with a problem until it is fixed; the latest one holds. */
public record WorkaroundDocumented(
        ProblemId problemId,
        String workaround,
        Instant occurredAt) implements ProblemEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId);
    }
}
