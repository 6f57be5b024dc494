package dev.andon.query.servicelevels;

import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How available the services were. With a moment in the past, as was known then, beside what is known today. */
@RestController
public final class ServiceLevelController {

    private static final Duration LONGEST = Duration.ofDays(3660);

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/service-levels", "serviceLevels", "Questions: Reports",
            "How available the services were",
            "Downtime, availability and error budget of each service, from impact windows alone, each with the entries that "
                    + "it comes from. Asked with `knownAt` or `atPosition`, the figures as they were known then stand beside "
                    + "those of today. Without a period, it is the month so far.",
            ServiceLevels.class, Answer.PAGES, List.of(),
            Stream.of(
                    List.of(
                            Question.Parameter.instant("from", "When the period begins."),
                            Question.Parameter.instant("to", "When it ends; now, if left out."),
                            Question.Parameter.text("service", "Only this service."), Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private final ServiceLevelLedger ledger;
    private final Viewpoints viewpoints;

    public ServiceLevelController(Chronicles chronicles, Incidents incidents, Viewpoints viewpoints) {
        this.ledger = new ServiceLevelLedger(chronicles, incidents);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/service-levels")
    Mono<ResponseEntity<byte[]>> serviceLevels(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Period period = Period.in(parameters);
        String service = parameters.optional("service", String::toString);
        if (period.from() == null && period.to() != null) {
            parameters.contradiction("from", "is missing: say when the period begins that ends with to");
        }
        Viewpoints.Asked asked = viewpoints.in(parameters);
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        var today = new Viewpoints.Asked(asked.asOf(), null, null);
        return viewpoints.of(exchange, today, ledger.models())
                .flatMap(now -> {
                    ServiceLevel.Span span = span(period, now.now(), zone);
                    Mono<ServiceLevels> known = ledger
                            .between(span.from(), span.to(), service, now)
                            .map(levels -> new ServiceLevels(span.from(), span.to(), levels, null));
                    return asked.equals(today) ? known
                            : known.flatMap(levels -> beside(levels, asked, service, exchange));
                })
                .doOnNext(levels -> requireKnown(service, levels))
                .map(levels -> Answer.page(
                        format, levels, ServiceLevelsMarkdown.TITLE, () -> ServiceLevelsMarkdown.document(levels, zone))
                        .entity());
    }

    private Mono<ServiceLevels> beside(
            ServiceLevels levels, Viewpoints.Asked asked, @Nullable String service, ServerWebExchange exchange) {
        return viewpoints.of(exchange, asked, ledger.models())
                .flatMap(then -> ledger.between(levels.from(), levels.to(), service, notBefore(levels.from(), then)))
                .map(known -> new ServiceLevels(levels.from(), levels.to(), levels.today(), known));
    }

    /** Of a period that had not begun, nothing had passed. */
    private static Viewpoint notBefore(Instant from, Viewpoint then) {
        return then.now().isBefore(from) ? new Viewpoint(then.position(), from, then.asOf()) : then;
    }

    private static ServiceLevel.Span span(Period period, Instant now, DisplayZone zone) {
        Instant from = period.from() == null
                ? zone.startOf(zone.dateOf(now).withDayOfMonth(1))
                : period.from();
        Instant to = period.to() == null ? now : period.to();
        if (from.isAfter(now)) {
            throw QuestionRefused.badParameter("from", "lies in the future, of which nothing is known");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw QuestionRefused.badParameter("to", "is more than ten years after from; ask for less at once");
        }
        return new ServiceLevel.Span(from, to);
    }

    private static void requireKnown(@Nullable String service, ServiceLevels levels) {
        if (service != null && levels.today().services().isEmpty()) {
            throw QuestionRefused.badParameter(
                    "service", "is not known: no service of this name is registered, and none was hurt in the period");
        }
    }
}
