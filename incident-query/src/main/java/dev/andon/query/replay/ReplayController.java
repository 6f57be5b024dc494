package dev.andon.query.replay;

import dev.andon.apidocs.Json;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Ending;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.Resumption;
import dev.andon.query.http.Streamed;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An incident once more, at any speed. */
@RestController
public final class ReplayController {

    private static final List<Format> FORMATS = List.of(Format.NDJSON, Format.EVENT_STREAM);
    private static final int FASTEST = 86_400;
    private static final int MOST_STEPS = 100_000;

    private static final Mono<byte[]> END = Mono.fromSupplier(
            () -> "event: end\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));

    public static final List<Question> QUESTIONS = List.of(new Question(
            "/api/v1/incidents/{incidentId}/replay", "replay", "Questions: Incidents",
            "The incident step by step, as it came to be known",
            "A step for each entry in the order of recording: `entry` as it read then, the `situation` after it (status, "
                    + "severity, roles, live hypotheses, rollbacks under way), and what `changed`. A step at a time is "
                    + "`after` with the last position and `limit=1`; `remaining` says how many follow. A stream ends with "
                    + "an event `end`.",
            Step.class, FORMATS,
            List.of(Question.Named.INCIDENT),
            Stream.concat(Viewpoints.PARAMETERS.stream(), Stream.of(
                    Resumption.AFTER,
                    number("limit", MOST_STEPS, "How many steps at most; without it, all of them."),
                    number("speed", FASTEST,
                            "How many times faster than it was: with 60 an hour takes a minute, though no step lets anybody "
                                    + "wait for more than ten seconds. Without it, there are no pauses.")))
                    .toList(),
            List.of()));

    private final ReadModel<Entry> entries;
    private final Viewpoints viewpoints;
    private final Ending ending;

    public ReplayController(ReadModel<Entry> entries, Viewpoints viewpoints, Ending ending) {
        this.entries = entries;
        this.viewpoints = viewpoints;
        this.ending = ending;
    }

    @GetMapping("/api/v1/incidents/{incidentId}/replay")
    Mono<ResponseEntity<byte[]>> replay(@PathVariable String incidentId, ServerWebExchange exchange) {
        Format format = Format.wanted(exchange.getRequest(), FORMATS);
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        var asked = viewpoints.in(parameters);
        long after = Resumption.in(parameters, exchange.getRequest());
        int limit = parameters.number("limit", 1, MOST_STEPS, MOST_STEPS);
        int speed = parameters.number("speed", 1, FASTEST, 0);
        parameters.refuseOthers();
        IncidentId incident = PathVariables.incident(incidentId);
        return viewpoints.of(exchange, asked, entries)
                .doOnNext(viewpoint -> Resumption.refuseBeyond(viewpoint.position(), after))
                .flatMap(viewpoint -> IncidentHistory.find(entries, incident, viewpoint))
                .flatMap(history -> {
                    if (format == Format.EVENT_STREAM && history.version() <= after) {
                        // It tells a browser not to connect again.
                        return Mono.just(new ResponseEntity<byte[]>(HttpStatus.NO_CONTENT));
                    }
                    Flux<Step> steps = Replay.of(happened(history))
                            .filter(step -> step.position() > after)
                            .take(limit)
                            .subscribeOn(Schedulers.boundedElastic());
                    Flux<Step> paced = speed == 0 ? steps : ending.ending(Pace.of(steps, speed));
                    return Streamed.answer(
                            exchange, format,
                            format == Format.NDJSON
                                    ? paced.map(ReplayController::line)
                                    : paced.map(ReplayController::event).concatWith(END));
                });
    }

    private static List<Entry> happened(IncidentHistory history) {
        return history.entries().stream()
                .filter(entry -> history.viewpoint().hasHappened(entry.event().occurredAt()))
                .toList();
    }

    private static byte[] line(Step step) {
        return (json(step) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] event(Step step) {
        return "id: %d\ndata: %s\n\n".formatted(step.position(), json(step)).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Step step) {
        return AndonJson.mapper().writeValueAsString(step);
    }

    private static Question.Parameter number(String name, int most, String description) {
        return new Question.Parameter(
                name, Json.object().put("type", "integer").put("minimum", 1).put("maximum", most), description);
    }
}
