package dev.andon.query.lookback;

import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.text.DisplayZone;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A month or a quarter, looked back on. */
@RestController
public final class LookBackController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/look-back", "lookBack", "Questions: Reports", "A month or a quarter, looked back on",
            "Counts by severity and by how incidents were found, median and 90th percentile (nearest rank) of the four "
                    + "durations with how many are behind each, availability against what was promised, recurring problems, "
                    + "action items done in time, and the worst month of a quarter.",
            LookBack.class, Answer.PAGES, List.of(),
            Stream.of(
                    List.of(
                            Question.Parameter.text(
                                    "period",
                                    "A month such as `2026-07`, or a quarter such as `2026-Q3`; the last month that is over, "
                                            + "if left out."),
                            Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private final LookBackLedger ledger;
    private final Viewpoints viewpoints;
    private final ReadModel<?>[] models;

    public LookBackController(
            Chronicles chronicles, FollowUps followUps, Incidents incidents, ProblemLedger problems,
            Viewpoints viewpoints) {
        this.ledger = new LookBackLedger(chronicles, followUps, incidents, problems);
        this.viewpoints = viewpoints;
        this.models = Stream.concat(Stream.of(problems.models()), Stream.of(chronicles.model(), followUps.model()))
                .toArray(ReadModel<?>[]::new);
    }

    @GetMapping("/api/v1/reports/look-back")
    Mono<ResponseEntity<byte[]>> lookBack(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        CalendarPeriod given = parameters.optional("period", CalendarPeriod::named);
        DisplayZone zone = parameters.zone();
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> {
                    CalendarPeriod period = given == null
                            ? CalendarPeriod.before(zone.dateOf(viewpoint.now()))
                            : given;
                    if (period.from(zone).isAfter(viewpoint.now())) {
                        throw QuestionRefused.badParameter("period", "lies in the future, of which nothing is known");
                    }
                    return ledger.of(period, zone, viewpoint);
                })
                .map(lookBack -> Answer.page(
                        format, lookBack, LookBackMarkdown.title(lookBack),
                        () -> LookBackMarkdown.document(lookBack, zone)).entity());
    }
}
