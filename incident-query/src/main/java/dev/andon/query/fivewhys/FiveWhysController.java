package dev.andon.query.fivewhys;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.IncidentId;
import dev.andon.query.followup.FiveWhys;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The five whys of one incident. Answers cite findings, so this is told from the whole timeline. */
@RestController
public final class FiveWhysController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/five-whys", "fiveWhys", "Questions: Incidents",
            "The root-cause analysis of one incident", "Who answers for it, the whys as a tree, and the root causes.",
            RootCauseAnalysis.class, List.of(Format.JSON),
            new Question.Named("incidentId", IncidentId.class, "INC-1", ProblemTypes.INCIDENT_NOT_FOUND),
            Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)));

    private final ReadModel<Entry> entries;
    private final Viewpoints viewpoints;

    /**
     * The five whys of one incident.
     *
     * @param fiveWhys the whys, as a tree
     */
    record RootCauseAnalysis(
            IncidentId incidentId, long position, FiveWhys fiveWhys, List<FiveWhys.RootCause> rootCauses) {}

    public FiveWhysController(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.entries = entries;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/five-whys")
    Mono<ResponseEntity<byte[]>> fiveWhys(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        IncidentId id = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, entries)
                .flatMap(viewpoint -> entries.findGroup(id.value())
                        .collectList()
                        .map(recorded -> Timeline.of(recorded, viewpoint))
                        .filter(timeline -> !timeline.entries().isEmpty())
                        .map(timeline -> Answer.json(analysis(id, viewpoint.position(), timeline))
                                .about(timeline.version())
                                .entity()))
                .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("incident", id.value())));
    }

    private static RootCauseAnalysis analysis(IncidentId id, long position, Timeline timeline) {
        return new RootCauseAnalysis(id, position, FiveWhys.in(timeline), FiveWhys.RootCause.in(timeline));
    }
}
