package dev.andon.query.successreview;

import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.PlannedEventId;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Period;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.CheckIn;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a planned event went. */
@RestController
public final class SuccessReviewController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/planned-events/{plannedEventId}/success-review", "successReview", "Questions: Operations",
            "How a planned event went",
            "What was expected, how ready everybody was, what happened in its window, and what went well. That nothing "
                    + "happened is a result, and `result` says so.",
            SuccessReview.class, DocumentWriter.FORMATS,
            List.of(new Question.Named("plannedEventId", PlannedEventId.class, "EVT-1",
                    ProblemTypes.PLANNED_EVENT_NOT_FOUND)),
            Stream.concat(
                    Viewpoints.PARAMETERS.stream(),
                    Stream.of(
                            Question.Parameter.flag(
                                    "blameless", "People are shown as their roles, wherever they are named."),
                            Question.Parameter.ZONE))
                    .toList(),
            List.of()));

    private final Viewpoints viewpoints;
    private final DocumentWriter writer;
    private final Chronicles chronicles;
    private final Incidents incidents;
    private final ReadModel<Entry> entries;

    public SuccessReviewController(
            Viewpoints viewpoints, DocumentWriter writer, Chronicles chronicles, Incidents incidents,
            ReadModel<Entry> entries) {
        this.viewpoints = viewpoints;
        this.writer = writer;
        this.chronicles = chronicles;
        this.incidents = incidents;
        this.entries = entries;
    }

    @GetMapping("/api/v1/planned-events/{plannedEventId}/success-review")
    Mono<ResponseEntity<byte[]>> successReview(@PathVariable String plannedEventId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), DocumentWriter.FORMATS);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        boolean blameless = Boolean.TRUE.equals(parameters.flag("blameless"));
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        PlannedEventId id = PathVariables.plannedEvent(plannedEventId);
        return viewpoints.of(exchange, asked, chronicles.model(), incidents.model(), entries)
                .flatMap(viewpoint -> chronicles
                        .require(Kind.PLANNED_EVENTS.numbered(id.number()), viewpoint, "planned event", id.value())
                        .flatMap(chronicle -> found(PlannedEvent.of(chronicle), viewpoint))
                        .flatMap(found -> writer.write(
                                format, () -> SuccessReviewDocument.of(found, viewpoint, blameless, zone))))
                .map(Answer::entity);
    }

    private Mono<SuccessReviewDocument.Found> found(PlannedEvent event, Viewpoint viewpoint) {
        return Mono.zip(
                readiness(event, viewpoint), during(event, viewpoint).concatMap(this::told).collectList(),
                checkIns(event, viewpoint).collectList())
                .map(found -> new SuccessReviewDocument.Found(
                        event, found.getT1().orElse(null), found.getT2(), found.getT3()));
    }

    private Mono<SuccessReviewDocument.Told> told(Incident incident) {
        return entries.findGroup(incident.incidentId().value())
                .collectList()
                .map(recorded -> new SuccessReviewDocument.Told(incident, recorded));
    }

    private Mono<Optional<ReadinessCheck>> readiness(PlannedEvent event, Viewpoint viewpoint) {
        return Mono.justOrEmpty(event.readinessCheckId())
                .flatMap(check -> chronicles.find(Kind.READINESS_CHECKS.numbered(check.number()), viewpoint))
                .map(chronicle -> Optional.of(ReadinessCheck.of(chronicle)))
                .defaultIfEmpty(Optional.empty());
    }

    /** What was declared in the window, and what hurt customers in it. */
    private Flux<Incident> during(PlannedEvent event, Viewpoint viewpoint) {
        return Flux.concat(
                incidents.declared(new Period(event.from(), event.to()), viewpoint),
                incidents.hurting(event.from(), event.to(), viewpoint))
                .distinct(Incident::incidentId)
                .filter(incident -> !incident.drill() && incident.status() != IncidentStatus.FALSE_ALARM)
                .filter(incident -> !Collections.disjoint(incident.services(), event.services()))
                .filter(incident -> overlaps(incident, event));
    }

    private static boolean overlaps(Incident incident, PlannedEvent event) {
        Instant resolved = incident.resolvedAt();
        return incident.startedAt().isBefore(event.to()) && (resolved == null || resolved.isAfter(event.from()));
    }

    private Flux<CheckIn> checkIns(PlannedEvent event, Viewpoint viewpoint) {
        return Flux.fromIterable(event.services())
                .concatMap(service -> chronicles.acts().during(
                        Kind.CHECK_INS, service, event.from(), event.to(), viewpoint))
                .concatMap((Chronicle chronicle) -> Mono.justOrEmpty(CheckIn.in(chronicle)));
    }
}
