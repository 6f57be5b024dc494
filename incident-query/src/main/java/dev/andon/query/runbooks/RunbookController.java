package dev.andon.query.runbooks;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.RunbookId;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.chronicles.Shelf;
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

/** The runbooks: all, or one. */
@RestController
public final class RunbookController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/runbooks", "runbooks", "Questions: Services and changes", "All runbooks",
                    "Each with its latest version, and when somebody last followed it.",
                    RunbookList.class, List.of(Format.JSON), List.of(),
                    Stream.of(List.of(Question.Parameter.text("service", "The service that it is for.")),
                            Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/runbooks/{runbookId}", "runbook", "Questions: Services and changes", "One runbook",
                    "All of its versions, and the latest times that somebody followed it.",
                    Runbook.class, List.of(Format.JSON),
                    List.of(new Question.Named("runbookId", RunbookId.class, "RBK-1", ProblemTypes.RUNBOOK_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final Shelf<Runbook> runbooks;

    /** One page of them. */
    record RunbookList(long position, List<Runbook> runbooks) {}

    public RunbookController(Chronicles chronicles, Viewpoints viewpoints) {
        this.runbooks = new Shelf<>(chronicles, viewpoints, Kind.RUNBOOKS, (chronicle, viewpoint) -> chronicles.acts()
                .latest(Kind.RUNBOOK_STEPS, Runbook.idIn(chronicle).value(), Runbook.LATEST, viewpoint)
                .collectList()
                .map(steps -> Runbook.of(chronicle, steps)));
    }

    @GetMapping("/api/v1/runbooks")
    Mono<ResponseEntity<byte[]>> runbooks(ServerWebExchange exchange) {
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        String service = parameters.optional("service", String::toString);
        Shelf.Asked asked = runbooks.in(parameters, false);
        return runbooks.list(
                exchange, asked, runbook -> service == null || service.equals(runbook.service()),
                each -> new Cursor(Sortable.number(each.runbookId().number()),
                        Kind.RUNBOOKS.numbered(each.runbookId().number())),
                RunbookList::new);
    }

    @GetMapping("/api/v1/runbooks/{runbookId}")
    Mono<ResponseEntity<byte[]>> runbook(@PathVariable String runbookId, ServerWebExchange exchange) {
        RunbookId id = PathVariables.runbook(runbookId);
        return runbooks.one(
                exchange, Kind.RUNBOOKS.numbered(id.number()),
                "runbook", id.value());
    }
}
