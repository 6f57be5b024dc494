package dev.andon.query.recurringproblems;

import dev.andon.kernel.ProblemId;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds problems together with the incidents that they caused, both from one viewpoint. */
public final class ProblemLedger {

    private static final Comparator<ProblemDocument> BY_NUMBER = Comparator.comparingLong(ProblemDocument::number);

    private final ReadModel<ProblemDocument> problems;
    private final Incidents incidents;

    public ProblemLedger(ReadModel<ProblemDocument> problems, Incidents incidents) {
        this.problems = problems;
        this.incidents = incidents;
    }

    /** For who waits until they reflect a position. */
    public ReadModel<?>[] models() {
        return new ReadModel<?>[]{problems, incidents.model()};
    }

    /** Nothing if it was not opened yet. */
    public Mono<Problem> find(ProblemId problemId, Viewpoint viewpoint) {
        return problems.find(DocumentKey.single(problemId.value()))
                .flatMap(document -> with(incidents.find(document.linked(), viewpoint), document, viewpoint));
    }

    /** Fails with a problem, 404, if there is none, or was none yet. */
    Mono<Problem> require(ProblemId problemId, Viewpoint viewpoint) {
        return problems.find(DocumentKey.single(problemId.value()))
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("problem", problemId.value())))
                .flatMap(document -> with(incidents.find(document.linked(), viewpoint), document, viewpoint)
                        .switchIfEmpty(Mono.error(() -> document.notYet(problemId, viewpoint))));
    }

    /** All of them, in the order they were opened. */
    public Flux<Problem> all(Viewpoint viewpoint) {
        return Mono.zip(problems.findAll().collectSortedList(BY_NUMBER), incidents.recall())
                .flatMapMany(found -> Flux.fromIterable(found.getT1())
                        .concatMap(document -> with(
                                found.getT2().find(Incidents.keys(document.linked()), viewpoint), document,
                                viewpoint), 1));
    }

    private static Mono<Problem> with(Mono<List<Incident>> linked, ProblemDocument document, Viewpoint viewpoint) {
        return linked.flatMap(incidents -> Mono.justOrEmpty(Problem.of(document, incidents, viewpoint)));
    }
}
