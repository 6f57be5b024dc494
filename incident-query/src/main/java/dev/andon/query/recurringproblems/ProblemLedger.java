package dev.andon.query.recurringproblems;

import dev.andon.kernel.ProblemId;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds problems together with the incidents that they caused. */
public final class ProblemLedger {

    private final ReadModel<ProblemDocument> problems;
    private final ReadModel<IncidentDocument> incidents;

    public ProblemLedger(ReadModel<ProblemDocument> problems, ReadModel<IncidentDocument> incidents) {
        this.problems = problems;
        this.incidents = incidents;
    }

    public Mono<Problem> find(ProblemId problemId) {
        return problems.find(DocumentKey.single(problemId.value())).flatMap(this::withIncidents);
    }

    /** All of them, in the order they were opened. */
    Flux<Problem> all() {
        return problems.findAll()
                .sort((one, other) -> Long.compare(one.problemId().number(), other.problemId().number()))
                .flatMapSequential(this::withIncidents);
    }

    private Mono<Problem> withIncidents(ProblemDocument document) {
        return Flux.fromIterable(document.linked())
                .flatMapSequential(incident -> incidents.find(DocumentKey.single(incident.value())))
                .flatMap(incident -> Mono.justOrEmpty(Incident.of(incident)))
                .collectList()
                .map(linked -> Problem.of(document, linked));
    }
}
