package dev.andon.query.recurringproblems;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ProblemId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.Sortable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Problems, one or a list. */
@RestController
public final class ProblemController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/problems", "problems", "Questions: Problems",
                    "Problems, in the order they were opened",
                    "Each with the incidents that it caused, and the time between them, page by page: the next one is at "
                            + "the `Link` with `rel=\"next\"`.",
                    ProblemList.class, List.of(Format.JSON), List.of(),
                    Stream.concat(
                            Paging.PARAMETERS.stream(),
                            Viewpoints.PARAMETERS.stream()).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/problems/{problemId}", "problem", "Questions: Problems", "One problem",
                    "With the incidents that it caused, the time between them, and whether it comes back more and more "
                            + "often.",
                    Problem.class, List.of(Format.JSON),
                    List.of(new Question.Named("problemId", ProblemId.class, "PRB-1", ProblemTypes.PROBLEM_NOT_FOUND)),
                    Viewpoints.PARAMETERS,
                    List.of()));

    private final ProblemLedger ledger;
    private final Viewpoints viewpoints;

    /** One page of problems. */
    record ProblemList(long position, List<Problem> problems) {}

    public ProblemController(ProblemLedger ledger, Viewpoints viewpoints) {
        this.ledger = ledger;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/problems")
    Mono<ResponseEntity<byte[]>> problems(ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        Paging paging = Paging.in(parameters, "problems.number", false);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, ledger.models())
                .flatMap(viewpoint -> paging.page(
                        exchange, ledger.all(viewpoint), ProblemController::place)
                        .map(page -> Answer.json(new ProblemList(viewpoint.position(), page)).entity()));
    }

    private static Cursor place(Problem problem) {
        return Paging.place(Sortable.number(problem.problemId().number()), problem.problemId().value());
    }

    @GetMapping("/api/v1/problems/{problemId}")
    Mono<ResponseEntity<byte[]>> problem(@PathVariable String problemId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        ProblemId id = PathVariables.problem(problemId);
        return viewpoints.of(exchange, asked, ledger.models())
                .flatMap(viewpoint -> ledger.require(id, viewpoint))
                .map(problem -> Answer.json(problem).entity());
    }
}
