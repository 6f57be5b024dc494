package dev.andon.query.panic;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.http.Freshness;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What became of it. Asked about any incident, for what somebody saw may have been added to one that others opened. */
@RestController
public final class PanicController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/panic/{incidentId}", "panic", "Questions: Panic button", "What became of a call for help",
            "In plain words, for whoever pressed the panic button. It answers for every incident, and for one that was merged "
                    + "tells also of the other.",
            WhatBecameOfIt.class, List.of(Format.JSON),
            List.of(Question.Named.INCIDENT),
            List.of(), List.of(CommonHeaders.ETAG)));

    private final ReadModel<IncidentDocument> incidents;

    public PanicController(ReadModel<IncidentDocument> incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/api/v1/panic/{incidentId}")
    Mono<ResponseEntity<byte[]>> whatBecameOfIt(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        IncidentId id = PathVariables.incident(incidentId);
        return Freshness.of(exchange, incidents)
                .flatMap(_ -> found(id))
                .flatMap(incident -> told(incident)
                        .map(told -> Answer.json(told).about(incident.version()).entity()))
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("incident", id.value())));
    }

    private Mono<WhatBecameOfIt> told(Incident incident) {
        WhatBecameOfIt told = WhatBecameOfIt.of(incident);
        IncidentId into = incident.mergedInto();
        return into == null
                ? Mono.just(told)
                : found(into).map(other -> told.goingOnIn(WhatBecameOfIt.of(other))).defaultIfEmpty(told);
    }

    private Mono<Incident> found(IncidentId id) {
        return incidents.find(DocumentKey.single(id.value())).flatMap(one -> Mono.justOrEmpty(Incident.of(one)));
    }
}
