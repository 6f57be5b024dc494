package dev.andon.query.recurringproblems;

import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ProblemId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Problems, one or a list. */
@RestController
public final class ProblemController {

    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/problems", "problems", "Questions: Problems",
                    "Problems, in the order they were opened",
                    "Each with the incidents that it caused, and the time between them, page by page: the next one is at "
                            + "the `Link` with `rel=\"next\"`.",
                    ProblemList.class, List.of(Format.JSON), null,
                    Stream.concat(
                            Stream.of(
                                    Question.Parameter.text("limit", "How many to a page: 1 to 500, or 50."),
                                    Question.Parameter.text("cursor", "Where the page before ended.")),
                            Viewpoints.PARAMETERS.stream()).toList(),
                    List.of()),
            new Question(
                    "/api/v1/problems/{problemId}", "problem", "Questions: Problems", "One problem",
                    "With the incidents that it caused, the time between them, and whether it comes back more and more "
                            + "often.",
                    Problem.class, List.of(Format.JSON),
                    new Question.Named("problemId", ProblemId.class, "PRB-1", ProblemTypes.PROBLEM_NOT_FOUND),
                    Viewpoints.PARAMETERS,
                    List.of()));

    private final ReadModel<ProblemDocument> problems;
    private final ReadModel<IncidentDocument> incidents;
    private final ProblemLedger ledger;
    private final Viewpoints viewpoints;

    /** One page of problems. */
    record ProblemList(long position, List<Problem> problems) {}

    public ProblemController(
            ReadModel<ProblemDocument> problems, ReadModel<IncidentDocument> incidents, Viewpoints viewpoints) {
        this.problems = problems;
        this.incidents = incidents;
        this.ledger = new ProblemLedger(problems, incidents);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/problems")
    Mono<ResponseEntity<byte[]>> problems(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        int limit = parameters.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        Cursor cursor = parameters.optional("cursor", Cursor::decode);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, problems, incidents)
                .flatMap(viewpoint -> ledger.behind(cursor, viewpoint)
                        .take(limit + 1)
                        .collectList()
                        .map(found -> page(viewpoint.position(), found, limit, exchange)));
    }

    private static ResponseEntity<byte[]> page(
            long position, List<Problem> found, int limit, ServerWebExchange exchange) {
        List<Problem> shown = found.stream().limit(limit).toList();
        if (found.size() > limit) {
            ProblemId last = shown.getLast().problemId();
            String next = UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                    .query(exchange.getRequest().getURI().getRawQuery())
                    .replaceQueryParam("cursor",
                            new Cursor(ProblemsProjection.sortable(last), DocumentKey.single(last.value())).encode())
                    .build(true)
                    .toUriString();
            exchange.getResponse().getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return Answer.json(new ProblemList(position, shown)).entity();
    }

    @GetMapping("/api/v1/problems/{problemId}")
    Mono<ResponseEntity<byte[]>> problem(@PathVariable String problemId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        ProblemId id = PathVariables.problem(problemId);
        return viewpoints.of(exchange, asked, problems, incidents)
                .flatMap(viewpoint -> ledger.find(id, viewpoint))
                .map(problem -> Answer.json(problem).entity())
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("problem", id.value())));
    }
}
