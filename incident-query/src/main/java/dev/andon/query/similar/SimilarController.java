package dev.andon.query.similar;

import dev.andon.apidocs.Json;
import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.text.DisplayZone;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What one incident looks like. */
@RestController
public final class SimilarController {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/similar", "similarIncidents", "Questions: Incidents",
            "Incidents that look like it",
            "The most alike first, each with a score from 0 to 100, the reasons that add up to it, what ended it, and the "
                    + "request that links the two.",
            SimilarIncidents.class, Answer.PAGES,
            List.of(Question.Named.INCIDENT),
            Stream.concat(
                    Stream.of(new Question.Parameter(
                            "limit", Json.object().put("type", "integer").put("minimum", 1).put("maximum", MOST)
                                    .put("default", USUAL),
                            "How many.")),
                    Stream.concat(
                            Viewpoints.PARAMETERS.stream(), Stream.of(Question.Parameter.ZONE)))
                    .toList(),
            List.of()));

    private final Fingerprints fingerprints;
    private final Viewpoints viewpoints;

    public SimilarController(Fingerprints fingerprints, Viewpoints viewpoints) {
        this.fingerprints = fingerprints;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/similar")
    Mono<ResponseEntity<byte[]>> similar(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        int limit = parameters.number("limit", 1, MOST, USUAL);
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        IncidentId incident = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, fingerprints.model())
                .flatMap(viewpoint -> fingerprints.similarTo(incident, limit, viewpoint))
                .map(similar -> Answer.page(
                        format, similar, "Incidents like " + incident, () -> SimilarMarkdown.document(similar, zone))
                        .entity());
    }
}
