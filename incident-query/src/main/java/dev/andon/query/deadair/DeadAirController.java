package dev.andon.query.deadair;

import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.services.ServiceLedger;
import dev.andon.query.text.DisplayZone;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where nobody says anything although somebody should. */
@RestController
public final class DeadAirController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/dead-air", "deadAir", "Questions: Reports",
            "Where nobody says anything although somebody should",
            "Missed check-ins, overdue stakeholder updates, rollbacks without an outcome, five whys without an answer or past "
                    + "their date, and decisions to wait whose time has passed.",
            DeadAir.class, Answer.PAGES, List.of(),
            Stream.of(List.of(Question.Parameter.ZONE), Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private final FollowUps followUps;
    private final ServiceLedger services;
    private final Chronicles chronicles;
    private final Viewpoints viewpoints;

    public DeadAirController(Chronicles chronicles, FollowUps followUps, Viewpoints viewpoints) {
        this.chronicles = chronicles;
        this.followUps = followUps;
        this.services = new ServiceLedger(chronicles);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/dead-air")
    Mono<ResponseEntity<byte[]>> deadAir(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        DisplayZone zone = parameters.zone();
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, chronicles.model(), followUps.model())
                .flatMap(viewpoint -> Mono.zip(
                        services.all(viewpoint).collectList(),
                        followUps.pending(viewpoint).collectList())
                        .map(found -> DeadAir.of(
                                found.getT1(), found.getT2(), viewpoint.now(), viewpoint.position())))
                .map(report -> Answer.page(
                        format, report, DeadAirMarkdown.TITLE, () -> DeadAirMarkdown.document(report, zone)).entity());
    }
}
