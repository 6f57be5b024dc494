package dev.andon.query.timeline;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.IncidentId;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.http.Freshness;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What happened, in order. */
@RestController
public final class TimelineController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/timeline", "timeline", "Questions: Incidents", "What happened, in order",
            "Every entry with both its times, by when it happened and then by position. What became of an entry is in "
                    + "`corrected`, `retracted` and `assessed`; the original stays.",
            TimelineDocument.class, List.of(Format.JSON, Format.MARKDOWN, Format.CSV),
            new Question.Named("incidentId", IncidentId.class, "INC-1", ProblemTypes.INCIDENT_NOT_FOUND), List.of(),
            List.of(CommonHeaders.ETAG)));

    private final ReadModel<Entry> entries;

    public TimelineController(ReadModel<Entry> entries) {
        this.entries = entries;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/timeline")
    Mono<ResponseEntity<byte[]>> timeline(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Format.JSON, Format.MARKDOWN, Format.CSV);
        QueryParameters.refuseAll(exchange.getRequest());
        IncidentId incident = PathVariables.incident(incidentId);
        return Freshness.of(exchange, entries)
                .flatMap(position -> entries.findGroup(incident.value())
                        .collectList()
                        .map(recorded -> answer(format, incident, position, recorded)));
    }

    private static ResponseEntity<byte[]> answer(
            Format format, IncidentId incident, long position, List<Entry> recorded) {
        if (recorded.isEmpty()) {
            throw QuestionRefused.notFound("incident", incident.value());
        }
        Timeline timeline = Timeline.of(recorded);
        var document = TimelineDocument.of(incident, position, timeline);
        Answer answer = switch (format) {
            case JSON -> Answer.json(document);
            case MARKDOWN -> Answer.text(format, TimelineMarkdown.document(document, timeline));
            case CSV -> Answer.text(format, TimelineCsv.document(document));
            case HTML, PDF, CALENDAR, NDJSON, EVENT_STREAM -> throw new IllegalStateException("Not offered: " + format);
        };
        return answer.about(timeline.version()).entity();
    }
}
