package dev.andon.query.readinesschecks;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.ReadinessCheckId;
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

/** The readiness checks: all, or one. */
@RestController
public final class ReadinessCheckController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/readiness-checks", "readinessChecks", "Questions: Operations",
                    "Readiness checks, the earliest period first",
                    "What must be so, what was found, and who stands for it.",
                    ReadinessCheckList.class, List.of(Format.JSON), List.of(),
                    Stream.of(Paging.PARAMETERS, Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
                    List.of(CommonHeaders.LINK)),
            new Question(
                    "/api/v1/readiness-checks/{readinessCheckId}", "readinessCheck", "Questions: Operations",
                    "One readiness check",
                    "What must be so, what was found, and who stands for it.",
                    ReadinessCheck.class, List.of(Format.JSON),
                    List.of(new Question.Named("readinessCheckId", ReadinessCheckId.class, "RDY-1",
                            ProblemTypes.READINESS_CHECK_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of()));

    private final Shelf<ReadinessCheck> readinessChecks;

    /** One page of them. */
    record ReadinessCheckList(long position, List<ReadinessCheck> readinessChecks) {}

    public ReadinessCheckController(Chronicles chronicles, Viewpoints viewpoints) {
        this.readinessChecks = new Shelf<>(chronicles, viewpoints, Kind.READINESS_CHECKS,
                (chronicle, _) -> Mono.just(ReadinessCheck.of(chronicle)));
    }

    @GetMapping("/api/v1/readiness-checks")
    Mono<ResponseEntity<byte[]>> readinessChecks(ServerWebExchange exchange) {
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Shelf.Asked asked = readinessChecks.in(parameters, false);
        return readinessChecks.list(
                exchange, asked, _ -> true,
                each -> new Cursor(Sortable.instant(each.from()),
                        Kind.READINESS_CHECKS.numbered(each.readinessCheckId().number())),
                ReadinessCheckList::new);
    }

    @GetMapping("/api/v1/readiness-checks/{readinessCheckId}")
    Mono<ResponseEntity<byte[]>> readinessCheck(@PathVariable String readinessCheckId, ServerWebExchange exchange) {
        ReadinessCheckId id = PathVariables.readinessCheck(readinessCheckId);
        return readinessChecks.one(
                exchange, Kind.READINESS_CHECKS.numbered(id.number()),
                "readiness check", id.value());
    }
}
