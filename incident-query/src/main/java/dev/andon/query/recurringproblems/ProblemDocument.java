package dev.andon.query.recurringproblems;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.event.ProblemOpened;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A problem, and the incidents that were ever linked to it. */
public record ProblemDocument(
        ProblemId problemId,
        String title,
        List<String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        Instant openedAt,
        List<IncidentId> linked) {

    public ProblemDocument {
        services = List.copyOf(services);
        linked = List.copyOf(linked);
    }

    static ProblemDocument of(ProblemOpened event) {
        return new ProblemDocument(
                event.problemId(),
                event.title(),
                event.services(),
                event.rootCauseCategory(),
                event.occurredAt(),
                List.of());
    }

    /** An incident is linked once, however often somebody says so. */
    ProblemDocument linkedTo(IncidentId incident) {
        return new ProblemDocument(
                problemId,
                title,
                services,
                rootCauseCategory,
                openedAt,
                Stream.concat(linked.stream(), Stream.of(incident)).distinct().toList());
    }
}
