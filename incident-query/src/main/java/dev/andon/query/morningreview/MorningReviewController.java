package dev.andon.query.morningreview;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page for the morning meeting. */
@RestController
public final class MorningReviewController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/operations-review", "operationsReviewReport", "Questions: Reports",
            "What the morning meeting looks at",
            "The incidents of a day, what is open, what nobody answers for, what is overdue or due soon, postmortems to "
                    + "schedule, detection gaps, the month so far, and what the last meeting decided.",
            MorningReview.class, Answer.PAGES, List.of(),
            Stream.of(
                    List.of(
                            Question.Parameter.text(
                                    "date", "The day, such as `2026-01-31`; yesterday, if left out."),
                            Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private final MorningReviewLedger ledger;
    private final Viewpoints viewpoints;
    private final ReadModel<?>[] models;

    public MorningReviewController(
            Chronicles chronicles, FollowUps followUps, Incidents incidents, ProblemLedger problems,
            Viewpoints viewpoints) {
        this.ledger = new MorningReviewLedger(
                chronicles, followUps, incidents, problems);
        this.viewpoints = viewpoints;
        this.models = Stream.concat(Stream.of(problems.models()), Stream.of(chronicles.model(), followUps.model()))
                .toArray(ReadModel<?>[]::new);
    }

    @GetMapping("/api/v1/reports/operations-review")
    Mono<ResponseEntity<byte[]>> operationsReview(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        LocalDate date = parameters.optional("date", MorningReviewController::date);
        DisplayZone zone = parameters.zone();
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> {
                    LocalDate today = zone.dateOf(viewpoint.now());
                    if (date != null && date.isAfter(today)) {
                        throw QuestionRefused.badParameter("date", "lies in the future, of which nothing is known");
                    }
                    LocalDate day = date == null ? today.minusDays(1) : date;
                    return ledger.of(new MorningReviewLedger.Day(day, zone, viewpoint));
                })
                .map(review -> Answer.page(
                        format, review, MorningReviewMarkdown.title(review),
                        () -> MorningReviewMarkdown.document(review, zone)).entity());
    }

    private static LocalDate date(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a day such as 2026-01-31", e);
        }
    }
}
