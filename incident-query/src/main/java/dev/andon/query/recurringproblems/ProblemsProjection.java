package dev.andon.query.recurringproblems;

import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemEvent;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
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
        return 2;
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
        return switch ((ProblemEvent) recorded.event()) {
            case ProblemOpened opened -> ProblemDocument.of(opened);
            case IncidentLinkedToProblem linked -> opened(document).linkedTo(linked.incidentId());
            case WorkaroundDocumented documented -> opened(document).after(documented);
            case ProblemFixed fixed -> opened(document).after(fixed);
            case ProblemFixVerified verified -> opened(document).after(verified);
            case ProblemRecurred recurred -> opened(document).after(recurred);
        };
    }

    private static ProblemDocument opened(@Nullable ProblemDocument document) {
        return Objects.requireNonNull(document, "a problem is opened before anything happens to it");
    }
}
