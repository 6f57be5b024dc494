package dev.andon.query.readiness;

import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.IncidentBrief;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.servicelevels.ServiceLevelLedger;
import dev.andon.query.servicelevels.ServiceLevels;
import dev.andon.query.text.DisplayZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether all is ready for a weekend or another period, and afterwards what happened in it. */
@RestController
public final class ReadinessController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/reports/readiness", "readinessReport", "Questions: Reports",
            "Whether all is ready for a period, and what happened in it",
            "Planned events, readiness checks with what is open, who signed off; and, as far as the period has passed, its "
                    + "incidents and how available the services were. Without a period it is the weekend that is here or "
                    + "comes next.",
            Readiness.class, Answer.PAGES, List.of(),
            Stream.of(
                    List.of(
                            Question.Parameter.text(
                                    "weekend", "Saturday and Sunday of this ISO week, such as `2026-W12`."),
                            Question.Parameter.instant("from", "When the period begins, instead of a weekend."),
                            Question.Parameter.instant("to", "When it ends."), Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS).flatMap(List::stream).toList(),
            List.of()));

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Chronicles chronicles;
    private final Incidents incidents;
    private final ServiceLevelLedger serviceLevels;
    private final Viewpoints viewpoints;

    public ReadinessController(Chronicles chronicles, Incidents incidents, Viewpoints viewpoints) {
        this.chronicles = chronicles;
        this.incidents = incidents;
        this.serviceLevels = new ServiceLevelLedger(chronicles, incidents);
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/reports/readiness")
    Mono<ResponseEntity<byte[]>> readiness(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Weekend weekend = parameters.optional("weekend", Weekend::named);
        Period period = Period.in(parameters);
        DisplayZone zone = parameters.zone();
        if ((period.from() == null) != (period.to() == null)) {
            parameters.contradiction(period.from() == null ? "from" : "to", "is missing: give both ends of the period");
        } else if (weekend != null && period.from() != null) {
            parameters.contradiction("weekend", "is another period than from and to: give one of them");
        } else if (isTooLong(period)) {
            parameters.contradiction("to", "is more than a year after from; ask for less at once");
        }
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return viewpoints.of(exchange, asked, chronicles.model(), incidents.model())
                .flatMap(viewpoint -> {
                    Instant from = period.from();
                    Instant to = period.to();
                    Weekend chosen = weekend == null ? Weekend.from(zone.dateOf(viewpoint.now())) : weekend;
                    return during(
                            from == null ? zone.startOf(chosen.saturday()) : from,
                            to == null ? zone.startOf(chosen.monday()) : to, viewpoint);
                })
                .map(readiness -> Answer.page(
                        format, readiness, ReadinessMarkdown.TITLE, () -> ReadinessMarkdown.document(readiness, zone))
                        .entity());
    }

    private static boolean isTooLong(Period period) {
        Instant from = period.from();
        Instant to = period.to();
        return from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0;
    }

    private Mono<Readiness> during(Instant from, Instant to, Viewpoint viewpoint) {
        var period = new Period(from, to);
        boolean begun = !viewpoint.now().isBefore(from);
        return Mono.zip(
                chronicles.all(Kind.PLANNED_EVENTS, viewpoint).map(PlannedEvent::of)
                        .filter(event -> event.overlaps(period)).collectList(),
                chronicles.all(Kind.READINESS_CHECKS, viewpoint).map(ReadinessCheck::of)
                        .filter(check -> check.overlaps(period)).collectList(),
                incidents.declared(period, viewpoint).filter(incident -> !incident.drill())
                        .map(IncidentBrief::of).collectList(),
                begun
                        ? serviceLevels.between(from, to, null, viewpoint).map(Optional::of)
                        : Mono.just(Optional.<ServiceLevels.Known>empty()))
                .map(found -> readiness(
                        period, viewpoint, found.getT1(), found.getT2(), found.getT3(),
                        found.getT4().orElse(null)));
    }

    private static Readiness readiness(
            Period period, Viewpoint viewpoint, List<PlannedEvent> events, List<ReadinessCheck> checks,
            List<IncidentBrief> incidents, ServiceLevels.@Nullable Known levels) {
        Instant from = Objects.requireNonNull(period.from());
        Instant to = Objects.requireNonNull(period.to());
        List<PlannedEvent> unchecked = events.stream().filter(event -> event.readinessCheckId() == null).toList();
        return new Readiness(
                from, to, viewpoint.now(), viewpoint.position(), Readiness.Stage.at(viewpoint.now(), from, to), events,
                checks, unchecked, !unchecked.isEmpty() || checks.stream().anyMatch(Readiness::isOpen), incidents,
                levels);
    }
}
