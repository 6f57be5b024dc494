package dev.andon.query.recurringproblems;

import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.ReadModel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Which problems come back. */
@RestController
public final class RecurringProblemsController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/recurring-problems", "recurringProblems", "Questions: Reports",
            "The problems that come back", "Those with two or more incidents, the most frequent first.",
            RecurringProblems.class, Answer.PAGES, null,
            Stream.concat(
                    Stream.of(
                            Question.Parameter.instant("from", "Incidents that started then or later."),
                            Question.Parameter.instant("to", "Incidents that started before then.")),
                    Viewpoints.PARAMETERS.stream()).toList(),
            List.of()));

    private final ReadModel<ProblemDocument> problems;
    private final ReadModel<IncidentDocument> incidents;
    private final ProblemLedger ledger;
    private final Viewpoints viewpoints;

    public RecurringProblemsController(
            ReadModel<ProblemDocument> problems, ReadModel<IncidentDocument> incidents, Viewpoints viewpoints) {
        this.problems = problems;
        this.incidents = incidents;
        this.ledger = new ProblemLedger(problems, incidents);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/recurring-problems")
    Mono<ResponseEntity<byte[]>> recurring(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        Period period = Period.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, problems, incidents)
                .flatMap(viewpoint -> ledger.behind(null, viewpoint)
                        .collectList()
                        .map(all -> RecurringProblems.among(all, period, viewpoint)))
                .map(report -> Answer.page(
                        format, report, "Recurring problems", () -> RecurringProblemsMarkdown.document(report))
                        .entity());
    }
}
