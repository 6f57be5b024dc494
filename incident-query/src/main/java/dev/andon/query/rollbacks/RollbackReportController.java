package dev.andon.query.rollbacks;

import dev.andon.query.changes.ChangeLedger;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.text.DisplayZone;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What was undone, what nobody could undo by a plan, and how long undoing took. */
@RestController
public final class RollbackReportController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/rollbacks", "rollbacksReport", "Questions: Reports",
            "What was undone, and how long that took",
            "Rollbacks whose change is not live again, changes without a rollback plan, and how long each rollback took against "
                    + "its plan.",
            RollbackReport.class, Answer.PAGES, List.of(),
            Stream.of(
                    List.of(
                            Question.Parameter.instant("from", "Rolled back, or deployed, then or later."),
                            Question.Parameter.instant("to", "Rolled back, or deployed, before then."),
                            Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private final Chronicles chronicles;
    private final FollowUps followUps;
    private final ChangeLedger changes;
    private final Viewpoints viewpoints;

    public RollbackReportController(Chronicles chronicles, FollowUps followUps, Viewpoints viewpoints) {
        this.chronicles = chronicles;
        this.followUps = followUps;
        this.changes = new ChangeLedger(chronicles, followUps);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/rollbacks")
    Mono<ResponseEntity<byte[]>> rollbacks(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Period period = Period.in(parameters);
        DisplayZone zone = parameters.zone();
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        var unplanned = new ChangeLedger.Wanted(period, null, true);
        return viewpoints.of(exchange, asked, chronicles.model(), followUps.model())
                .flatMap(viewpoint -> Mono.zip(
                        followUps.withRollbacks(viewpoint).collectList(),
                        changes.found(Chronicles.of(Kind.CHANGES), unplanned, viewpoint).collectList())
                        .map(found -> RollbackReport.of(period, viewpoint, found.getT1(), found.getT2())))
                .map(report -> Answer.page(
                        format, report, RollbackReportMarkdown.TITLE,
                        () -> RollbackReportMarkdown.document(report, zone)).entity());
    }
}
