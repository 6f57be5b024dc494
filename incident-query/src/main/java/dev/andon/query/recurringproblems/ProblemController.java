package dev.andon.query.recurringproblems;

import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ProblemId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.http.Freshness;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Problems, and which of them come back. */
@RestController
public final class ProblemController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/problems", "problems", "Questions: Problems",
                    "All problems, in the order they were opened",
                    "Each with the incidents that it caused, and the time between them.",
                    ProblemList.class, List.of(Format.JSON), null, List.of(), List.of()),
            new Question(
                    "/api/v1/problems/{problemId}", "problem", "Questions: Problems", "One problem",
                    "With the incidents that it caused, and the time between them.",
                    Problem.class, List.of(Format.JSON),
                    new Question.Named("problemId", ProblemId.class, "PRB-1", ProblemTypes.PROBLEM_NOT_FOUND),
                    List.of(),
                    List.of()),
            new Question(
                    "/api/v1/reports/recurring-problems", "recurringProblems", "Questions: Reports",
                    "The problems that come back", "Those with two or more incidents, the most frequent first.",
                    RecurringProblems.class, List.of(Format.JSON, Format.MARKDOWN), null,
                    List.of(
                            Question.Parameter.instant("from", "Incidents that started then or later."),
                            Question.Parameter.instant("to", "Incidents that started before then.")),
                    List.of()));

    private final ReadModel<ProblemDocument> problems;
    private final ReadModel<IncidentDocument> incidents;
    private final ProblemLedger ledger;

    /** All problems, in the order they were opened. */
    record ProblemList(long position, List<Problem> problems) {}

    public ProblemController(ReadModel<ProblemDocument> problems, ReadModel<IncidentDocument> incidents) {
        this.problems = problems;
        this.incidents = incidents;
        this.ledger = new ProblemLedger(problems, incidents);
    }

    @GetMapping("/api/v1/problems")
    Mono<ResponseEntity<byte[]>> problems(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        return Freshness.of(exchange, problems, incidents)
                .flatMap(position -> ledger.all()
                        .collectList()
                        .map(all -> Answer.json(new ProblemList(position, all)).entity()));
    }

    @GetMapping("/api/v1/problems/{problemId}")
    Mono<ResponseEntity<byte[]>> problem(@PathVariable String problemId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        ProblemId id = PathVariables.problem(problemId);
        return Freshness.of(exchange, problems, incidents)
                .flatMap(_ -> ledger.find(id))
                .map(problem -> Answer.json(problem).entity())
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("problem", id.value())));
    }

    @GetMapping("/api/v1/reports/recurring-problems")
    Mono<ResponseEntity<byte[]>> recurring(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Format.JSON, Format.MARKDOWN);
        Period period = period(QueryParameters.of(exchange.getRequest()));
        return Freshness.of(exchange, problems, incidents)
                .flatMap(position -> ledger.all()
                        .collectList()
                        .map(all -> RecurringProblems.among(all, period, position)))
                .map(report -> (format == Format.MARKDOWN
                        ? Answer.text(format, RecurringProblemsMarkdown.document(report))
                        : Answer.json(report)).entity());
    }

    private static Period period(QueryParameters parameters) {
        Period period = Period.in(parameters);
        parameters.refuseOthers();
        return period;
    }
}
