package dev.andon.kernel.event;

import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A thing that causes incidents got a name of its own. */
public record ProblemOpened(
        ProblemId problemId,
        String title,
        List<String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        Instant occurredAt) implements ProblemEvent {

    public ProblemOpened {
        services = List.copyOf(services);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(problemId);
    }
}
