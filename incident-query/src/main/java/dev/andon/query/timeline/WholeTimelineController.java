package dev.andon.query.timeline;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.Json;
import dev.andon.monitoring.Ending;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Resumption;
import dev.andon.query.http.Streamed;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.http.Freshness;
import dev.andon.query.timeline.live.LiveTimeline;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** What happened in all incidents, in the order in which it was recorded. */
@RestController
public final class WholeTimelineController {

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.EVENT_STREAM);
    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/timeline", "wholeTimeline", "Questions: Incidents", "What was recorded in all incidents",
            "Every entry in the order of the log, as it read when it was recorded: what corrects it is an entry of its "
                    + "own. As `text/event-stream`, it goes on with what is recorded from now on; the id of an event is "
                    + "its position, and `Last-Event-ID` resumes behind it.",
            Entries.class, FORMATS, List.of(),
            List.of(
                    Resumption.AFTER,
                    new Question.Parameter(
                            "limit", Json.object().put("type", "integer").put("minimum", 1)
                                    .put("maximum", LARGEST_PAGE).put("default", USUAL_PAGE),
                            "How many on a page; a stream has none.")),
            List.of(CommonHeaders.LINK)));

    private final ReadModel<Entry> entries;
    private final LiveTimeline live;
    private final Ending ending;

    /** One page of entries. */
    record Entries(long position, List<TimelineDocument.Line> entries) {}

    public WholeTimelineController(ReadModel<Entry> entries, LiveTimeline live, Ending ending) {
        this.entries = entries;
        this.live = live;
        this.ending = ending;
    }

    @GetMapping("/api/v1/timeline")
    Mono<ResponseEntity<byte[]>> timeline(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), FORMATS);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        long after = Resumption.in(parameters, exchange.getRequest());
        int limit = format == Format.EVENT_STREAM ? 0 : parameters.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        parameters.refuseOthers();
        return live.head()
                .doOnNext(head -> Resumption.refuseBeyond(head, after))
                .then(Freshness.of(exchange, entries))
                .flatMap(position -> format == Format.EVENT_STREAM
                        ? Streamed.answer(exchange, format, ending.ending(live.stream(null, after)))
                        : live.lines(after, position)
                                .take(limit + 1)
                                .collectList()
                                .map(found -> page(position, found, limit, exchange)));
    }

    private static ResponseEntity<byte[]> page(
            long position, List<TimelineDocument.Line> found, int limit, ServerWebExchange exchange) {
        List<TimelineDocument.Line> shown = found.stream().limit(limit).toList();
        if (found.size() > limit) {
            String next = UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                    .query(exchange.getRequest().getURI().getRawQuery())
                    .replaceQueryParam("after", shown.getLast().position())
                    .build(true)
                    .toUriString();
            exchange.getResponse().getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return Answer.json(new Entries(position, shown)).entity();
    }
}
