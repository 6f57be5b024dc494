package dev.andon.query.audit;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.AndonJson;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.http.Freshness;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events as they were recorded. One page looks at so many events of the log at most and says how far it has looked: a
 * question that hardly anything answers would otherwise hold a caller up for as long as the log is long, and an empty page
 * would read like "there is none".
 */
@RestController
public final class AuditController {

    private static final int LARGEST_PAGE = 500;
    private static final int USUAL_PAGE = 50;
    private static final int LOOKED_AT_FOR_A_PAGE = 100_000;
    private static final int LINES_AT_ONCE = 64;

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/audit/events", "auditEvents", "Questions: Audit", "The events as they were recorded",
            "In the order of their positions, with all their metadata; no correction is applied. As JSON page by page: the "
                    + "next one is at the `Link` with `rel=\"next\"`. As NDJSON all that match, as far as the log goes at the "
                    + "beginning of the answer, or `limit` of them.",
            EventPage.class, List.of(Format.JSON, Format.NDJSON), List.of(),
            List.of(
                    Question.Parameter.text("incident", "Only what concerns this incident."),
                    Question.Parameter.oneOf("type", List.copyOf(EventCodec.names()), "Only events of this type."),
                    Question.Parameter.text("actor",
                            "Only what this one did, in person, for somebody or through somebody."),
                    Question.Parameter.instant("from", "Recorded then or later."),
                    Question.Parameter.instant("to", "Recorded before then."),
                    Question.Parameter.position("after", "Only what stands behind this position."),
                    Question.Parameter.text("limit", "How many: 1 to 500; to a page, 50 if not given.")),
            List.of(CommonHeaders.LINK)));

    private final EventStore events;

    /**
     * One page of events.
     *
     * @param lookedUpTo every event up to this position that matches is on this page or an earlier one
     */
    record EventPage(long position, long lookedUpTo, List<AuditedEvent> events) {}

    private record Range(long after, long upTo) {}

    public AuditController(EventStore events) {
        this.events = events;
    }

    @GetMapping("/api/v1/audit/events")
    Mono<ResponseEntity<Flux<DataBuffer>>> events(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Format.JSON, Format.NDJSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        AuditFilter filter = AuditFilter.in(parameters);
        int limit = parameters.number("limit", 1, LARGEST_PAGE, format == Format.JSON ? USUAL_PAGE : 0);
        parameters.refuseOthers();
        return Freshness.ofLog(exchange, events.head().map(Head::position))
                .delayUntil(end -> known(filter, end))
                .flatMap(end -> range(filter, end).flatMap(range -> format == Format.JSON
                        ? page(filter, range, limit, end, exchange)
                        : Mono.just(stream(filter, range, limit))));
    }

    private Mono<Void> known(AuditFilter filter, long end) {
        if (filter.after() > end) {
            return Mono.error(() -> QuestionRefused.badParameter("after",
                    "is behind the end of the log, which is at %d".formatted(end)));
        }
        IncidentId incident = filter.incident();
        return incident == null
                ? Mono.empty()
                : events.read(Criteria.tagged(Tag.of(incident.tag().key(), incident.tag().value())), 0, end)
                        .next()
                        .switchIfEmpty(Mono.error(() -> QuestionRefused.notFound("incident", incident.value())))
                        .then();
    }

    private Mono<Range> range(AuditFilter filter, long end) {
        return Mono.zip(before(filter.recorded().from(), 0), before(filter.recorded().to(), end),
                (from, to) -> new Range(Math.max(from, filter.after()), Math.min(to, end)));
    }

    private Mono<Long> before(@Nullable Instant instant, long otherwise) {
        return instant == null ? Mono.just(otherwise) : events.positionBefore(instant);
    }

    private Flux<RecordedEvent> lookedAt(AuditFilter filter, Range range) {
        if (range.after() >= range.upTo()) {
            return Flux.empty();
        }
        return filter.everything()
                ? events.read(range.after())
                        .concatMapIterable(commit -> commit.recordedEvents().toList(), 1)
                        .skipWhile(event -> event.position() <= range.after())
                        .takeWhile(event -> event.position() <= range.upTo())
                : events.read(filter.criteria(), range.after(), range.upTo());
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> page(
            AuditFilter filter, Range range, int limit, long end, ServerWebExchange exchange) {
        var looked = new AtomicLong();
        var last = new AtomicLong(range.after());
        return lookedAt(filter, range)
                .take(LOOKED_AT_FOR_A_PAGE)
                .doOnNext(event -> {
                    looked.incrementAndGet();
                    last.set(event.position());
                })
                .filter(filter::matches)
                .map(AuditedEvent::of)
                .take(limit)
                .collectList()
                .map(found -> {
                    boolean more = found.size() == limit || looked.get() == LOOKED_AT_FOR_A_PAGE;
                    long upTo = more ? last.get() : Math.max(range.after(), range.upTo());
                    if (upTo < range.upTo()) {
                        linkToNext(upTo, exchange);
                    }
                    byte[] body = Answer.json(new EventPage(end, upTo, found)).body();
                    return streamed(Format.JSON, Flux.just(body));
                });
    }

    private static void linkToNext(long after, ServerWebExchange exchange) {
        String next = UriComponentsBuilder.fromPath(exchange.getRequest().getPath().value())
                .query(exchange.getRequest().getURI().getRawQuery())
                .replaceQueryParam("after", after)
                .build(true)
                .toUriString();
        exchange.getResponse().getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
    }

    private ResponseEntity<Flux<DataBuffer>> stream(AuditFilter filter, Range range, int limit) {
        Flux<RecordedEvent> matching = lookedAt(filter, range).filter(filter::matches);
        return streamed(Format.NDJSON, (limit == 0 ? matching : matching.take(limit))
                .map(AuditedEvent::of)
                .buffer(LINES_AT_ONCE)
                .map(AuditController::lines));
    }

    private static byte[] lines(List<AuditedEvent> events) {
        var lines = new ByteArrayOutputStream();
        for (AuditedEvent event : events) {
            lines.writeBytes(AndonJson.mapper().writeValueAsBytes(event));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static ResponseEntity<Flux<DataBuffer>> streamed(Format format, Flux<byte[]> body) {
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(body.map(DefaultDataBufferFactory.sharedInstance::wrap));
    }
}
