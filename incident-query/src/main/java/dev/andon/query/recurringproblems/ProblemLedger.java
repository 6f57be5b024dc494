package dev.andon.query.recurringproblems;

import dev.andon.kernel.ProblemId;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds problems together with the incidents that they caused, both from one viewpoint. */
public final class ProblemLedger {

    private static final int PAGE = 200;

    private final ReadModel<ProblemDocument> problems;
    private final ReadModel<IncidentDocument> incidents;

    public ProblemLedger(ReadModel<ProblemDocument> problems, ReadModel<IncidentDocument> incidents) {
        this.problems = problems;
        this.incidents = incidents;
    }

    /** Nothing if it was not opened yet. */
    public Mono<Problem> find(ProblemId problemId, Viewpoint viewpoint) {
        return problems.find(DocumentKey.single(problemId.value()))
                .flatMap(document -> withIncidents(document, viewpoint));
    }

    /** Fails with a problem, 404, if there is none, or was none yet. */
    Mono<Problem> require(ProblemId problemId, Viewpoint viewpoint) {
        return problems.find(DocumentKey.single(problemId.value()))
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("problem", problemId.value())))
                .flatMap(document -> withIncidents(document, viewpoint)
                        .switchIfEmpty(Mono.error(() -> document.notYet(problemId, viewpoint))));
    }

    /** All of them, in the order they were opened. */
    public Flux<Problem> all(Viewpoint viewpoint) {
        return behind(null, viewpoint);
    }

    /** All of them, in the order they were opened, behind this one. */
    Flux<Problem> behind(@Nullable Cursor cursor, Viewpoint viewpoint) {
        DocumentQuery query = DocumentQuery.first(PAGE).sortedBy(ProblemsProjection.NUMBER);
        return problems.findInOrder(cursor == null ? query : query.continuingAfter(cursor))
                .flatMapSequential(document -> withIncidents(document, viewpoint));
    }

    private Mono<Problem> withIncidents(ProblemDocument document, Viewpoint viewpoint) {
        return Flux.fromIterable(document.linked())
                .flatMapSequential(incident -> incidents.find(DocumentKey.single(incident.value())))
                .flatMap(incident -> Mono.justOrEmpty(Incident.of(incident, viewpoint)))
                .collectList()
                .flatMap(linked -> Mono.justOrEmpty(Problem.of(document, linked, viewpoint)));
    }
}
