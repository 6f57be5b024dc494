package dev.andon.query.catchup;

import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Resumption;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistory;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The brief for whoever joins an incident. */
@RestController
public final class CatchUpController {

    private static final String POSITION = "position";

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/changes-since", "changesSince", "Questions: Incidents",
            "What is new since a position",
            "Where the incident stands, what is open (live hypotheses, rollbacks under way, decisions that wait, the next "
                    + "update), and what was recorded behind the position, by topic; `corrections` have the old text and "
                    + "the new one.",
            ChangesSince.class, Answer.PAGES,
            List.of(Question.Named.INCIDENT),
            Stream.concat(
                    Stream.of(
                            Question.Parameter.position(POSITION,
                                    "The `Andon-Position` of what you know already; without it, you know nothing."),
                            Question.Parameter.ZONE),
                    Viewpoints.PARAMETERS.stream()).toList(),
            List.of()));

    private final ReadModel<Entry> entries;
    private final Viewpoints viewpoints;

    public CatchUpController(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.entries = entries;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/changes-since")
    Mono<ResponseEntity<byte[]>> changes(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Answer.PAGES);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Long since = parameters.position(POSITION);
        var asked = viewpoints.in(parameters);
        DisplayZone zone = parameters.zone();
        parameters.refuseOthers();
        IncidentId incident = PathVariables.incident(incidentId);
        long known = since == null ? 0 : since;
        return viewpoints.of(exchange, asked, entries)
                .doOnNext(viewpoint -> Resumption.refuseBeyond(POSITION, viewpoint.position(), known))
                .flatMap(viewpoint -> IncidentHistory.find(entries, incident, viewpoint))
                .map(history -> {
                    var brief = ChangesSince.of(history, known);
                    return Answer.page(
                            format, brief, "%s since position %d".formatted(incident, known),
                            () -> CatchUpMarkdown.document(brief, zone)).entity();
                });
    }
}
