package dev.andon.query.audit;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.http.Freshness;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The whole log, as it is read: nothing is collected, and nothing is read that nobody takes. A log that turns out to be
 * damaged breaks the answer off, so that it cannot be taken for a shorter one.
 */
@RestController
public final class JournalController {

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/audit/journal", "journal", "Questions: Audit", "The whole log as CloudEvents",
            "One event to a line, in the order of their positions, up to the end of the log at the beginning of the answer. "
                    + "`recordedtime` and `sequence` are CloudEvents' own extensions; the others hold what it takes to build "
                    + "the same log again. To go on with an answer that broke off, drop its last line if it is not whole, and "
                    + "give the last whole line's position as `after`.",
            String.class, List.of(Format.NDJSON), List.of(),
            List.of(Question.Parameter.position("after", "Only what stands behind this position.")), List.of()));

    private final EventStore events;

    public JournalController(EventStore events) {
        this.events = events;
    }

    @GetMapping("/api/v1/audit/journal")
    Mono<ResponseEntity<Flux<DataBuffer>>> journal(ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), Format.NDJSON);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        long after = Objects.requireNonNullElse(parameters.position("after"), 0L);
        parameters.refuseOthers();
        return Freshness.ofLog(exchange, events.head().map(Head::position))
                .map(end -> {
                    if (after > end) {
                        throw QuestionRefused.badParameter("after",
                                "is behind the end of the log, which is at %d".formatted(end));
                    }
                    return ResponseEntity.ok().contentType(format.mediaType()).body(journal(after, end));
                });
    }

    private Flux<DataBuffer> journal(long after, long end) {
        return Flux.defer(() -> {
            var writer = new JournalWriter(after);
            return events.read(after)
                    .takeWhile(commit -> commit.last() <= end)
                    .<DataBuffer>map(commit -> DefaultDataBufferFactory.sharedInstance.wrap(writer.lines(commit)));
        });
    }
}
