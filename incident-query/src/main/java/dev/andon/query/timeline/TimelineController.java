package dev.andon.query.timeline;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.kernel.IncidentId;
import dev.andon.monitoring.Ending;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Resumption;
import dev.andon.query.http.Streamed;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.live.LiveTimeline;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What happened, in order. */
@RestController
public final class TimelineController {

    private static final List<Format> FORMATS = List.of(
            Format.JSON, Format.MARKDOWN, Format.HTML, Format.CSV, Format.CALENDAR, Format.NDJSON,
            Format.EVENT_STREAM);

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/timeline", "timeline", "Questions: Incidents", "What happened, in order",
            "Every entry with both its times, by when it happened and then by position. What became of an entry is in "
                    + "`corrected`, `retracted` and `assessed`; the original stays. As `text/event-stream`, entries come in "
                    + "the order in which they were recorded, each as it read then, and go on with those to come; "
                    + "`Last-Event-ID` resumes behind a position.",
            TimelineDocument.class, FORMATS,
            List.of(Question.Named.INCIDENT),
            Stream.concat(Viewpoints.PARAMETERS.stream(), Stream.of(Question.Parameter.ZONE, Resumption.AFTER))
                    .toList(),
            List.of(CommonHeaders.ETAG)));

    private final ReadModel<Entry> entries;
    private final Viewpoints viewpoints;
    private final LiveTimeline live;
    private final Ending ending;

    public TimelineController(ReadModel<Entry> entries, Viewpoints viewpoints, LiveTimeline live, Ending ending) {
        this.entries = entries;
        this.viewpoints = viewpoints;
        this.live = live;
        this.ending = ending;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/timeline")
    Mono<ResponseEntity<byte[]>> timeline(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), FORMATS);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        var asked = viewpoints.in(parameters);
        DisplayZone zone = parameters.zone();
        long after = Resumption.in(parameters, exchange.getRequest());
        boolean endless = format == Format.EVENT_STREAM;
        if (endless && !asked.ofThePresent()) {
            parameters.contradiction("format",
                    "cannot be event-stream for the past, in which nothing more is recorded; ask for ndjson, or for /replay");
        }
        if (!endless && after > 0) {
            parameters.contradiction("after", "is for format=event-stream alone; see /changes-since for what is new");
        }
        parameters.refuseOthers();
        IncidentId incident = PathVariables.incident(incidentId);
        Mono<IncidentHistory> found = viewpoints.of(exchange, asked, entries)
                .flatMap(viewpoint -> IncidentHistory.find(entries, incident, viewpoint));
        return endless
                ? found.flatMap(_ -> stream(incident, after, exchange))
                : found.map(history -> answer(format, history, zone));
    }

    private Mono<ResponseEntity<byte[]>> stream(IncidentId incident, long after, ServerWebExchange exchange) {
        return live.head()
                .doOnNext(head -> Resumption.refuseBeyond(head, after))
                .then(Mono.defer(() -> Streamed.answer(
                        exchange, Format.EVENT_STREAM, ending.ending(live.stream(incident, after)))));
    }

    private static ResponseEntity<byte[]> answer(Format format, IncidentHistory history, DisplayZone zone) {
        Timeline timeline = history.timeline();
        var document = TimelineDocument.of(history.incidentId(), history.viewpoint().position(), timeline);
        Answer answer = switch (format) {
            case JSON, MARKDOWN, HTML -> Answer.page(
                    format, document, "Timeline of " + history.incidentId(),
                    () -> TimelineMarkdown.document(document, timeline, zone));
            case CSV -> Answer.text(format, TimelineCsv.document(document));
            case CALENDAR -> Answer.text(format, TimelineCalendar.document(document, timeline));
            case NDJSON -> Answer.lines(document.entries());
            case PDF, EVENT_STREAM -> throw new IllegalStateException("Not offered: " + format);
        };
        return answer.about(history.version()).entity();
    }
}
