package dev.andon.query.recurringproblems;

import dev.andon.kernel.event.ProblemEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each problem. */
public final class ProblemsProjection implements Projection<ProblemDocument> {

    @Override
    public String name() {
        return "problems";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<ProblemDocument> documentType() {
        return ProblemDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof ProblemEvent event
                ? Set.of(DocumentKey.single(event.problemId().value()))
                : Set.of();
    }

    @Override
    public ProblemDocument apply(@Nullable ProblemDocument document, DocumentKey key, Recorded recorded) {
        return Objects.requireNonNullElseGet(document, () -> new ProblemDocument(List.of()))
                .and(ProblemEntry.of(recorded, (ProblemEvent) recorded.event()));
    }
}
