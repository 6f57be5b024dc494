package dev.andon.query.recurringproblems;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Paging;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.similar.Fingerprints;
import dev.andon.query.text.DisplayZone;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which problems come back. */
@RestController
public final class RecurringProblemsController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/recurring-problems", "recurringProblems", "Questions: Reports",
            "The problems that come back",
            "Those with two or more incidents, the most frequent first; work that did not keep them away (broken promises); and "
                    + "incidents that are linked to no problem and look alike, with the request that links them.",
            RecurringProblems.class, Answer.PAGES, List.of(),
            Stream.concat(
                    Stream.of(
                            Question.Parameter.instant("from", "Incidents that started then or later."),
                            Question.Parameter.instant("to", "Incidents that started before then.")),
                    Stream.of(
                            Paging.PARAMETERS, Viewpoints.PARAMETERS, List.of(Question.Parameter.ZONE))
                            .flatMap(List::stream))
                    .toList(),
            List.of(CommonHeaders.LINK)));

    private final FollowUps followUps;
    private final Fingerprints fingerprints;
    private final ProblemLedger ledger;
    private final Viewpoints viewpoints;
    private final ReadModel<?>[] models;

    public RecurringProblemsController(
            ProblemLedger ledger, FollowUps followUps, Fingerprints fingerprints, Viewpoints viewpoints) {
        this.followUps = followUps;
        this.fingerprints = fingerprints;
        this.ledger = ledger;
        this.models = Stream.concat(
                Stream.of(ledger.models()), Stream.of(followUps.model(), fingerprints.model()))
                .toArray(ReadModel<?>[]::new);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/recurring-problems")
    Mono<ResponseEntity<byte[]>> recurring(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        Period period = Period.in(parameters);
        Paging paging = Paging.in(parameters, "broken-promises", true);
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, models)
                .flatMap(viewpoint -> report(exchange, period, viewpoint, paging))
                .map(report -> Answer.page(
                        format, report, "Recurring problems", () -> RecurringProblemsMarkdown.document(report, zone))
                        .entity());
    }

    private Mono<RecurringProblems> report(
            ServerWebExchange exchange, Period period, Viewpoint viewpoint, Paging paging) {
        return ledger.all(viewpoint)
                .collectList()
                .flatMap(all -> Mono.zip(
                        broken(exchange, all, period, viewpoint, paging), fingerprints.lookalikes(period, viewpoint),
                        (broken, lookalikes) -> RecurringProblems.among(all, broken, lookalikes, period, viewpoint)));
    }

    /** All are counted, but only of those on the page is asked what they were like. */
    private Mono<RecurringProblems.Broken> broken(
            ServerWebExchange exchange, List<Problem> all, Period period, Viewpoint viewpoint, Paging paging) {
        return followUps.recall()
                .map(recalled -> new BrokenPromises(
                        (incidents, then) -> recalled.find(
                                incidents.stream().map(incident -> DocumentKey.single(incident.value())).toList(),
                                then),
                        period, viewpoint))
                .flatMap(promises -> Flux.fromIterable(all).concatMap(promises::of).collectList()
                        .flatMap(broken -> paging.sortedPage(
                                exchange, Flux.fromIterable(broken), BrokenPromises.Promise::place)
                                .flatMapMany(Flux::fromIterable)
                                .concatMap(promises::asItWas)
                                .collectList()
                                .map(page -> new RecurringProblems.Broken(broken.size(), page))));
    }
}
