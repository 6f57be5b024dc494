package dev.andon.query.projections;

import dev.andon.apidocs.Operation;
import dev.andon.apidocs.Schemas;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Ending;
import dev.andon.query.http.Answer;
import dev.andon.query.http.Format;
import dev.andon.query.http.QueryParameters;
import dev.andon.query.http.Question;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.http.Streamed;
import dev.andon.query.readmodel.ProjectionStatus;
import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.readmodel.http.Freshness;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The projections, and what can be done to them. These are the only requests beside commands that are posted: they change
 * read models, which follow from the log, and nothing that anybody recorded.
 */
@RestController
public final class ProjectionsController {

    static final String PATH = "/api/v1/admin/projections";
    static final String TAG = "Questions: Administration";

    public static final List<Question> QUESTIONS = List.of(new Question(
            PATH, "projections", TAG, "How the projections are doing",
            "Of each, its version, what it does, how far it has come, how fast it goes and how long it will take, why it has "
                    + "stopped if it has, and which documents are kept of it. As lines or as events, it is told once a "
                    + "second until nothing is being built any more.",
            Projections.class, List.of(Format.JSON, Format.NDJSON, Format.EVENT_STREAM), List.of(), List.of(),
            List.of()));

    private static final Duration BETWEEN_TWO = Duration.ofSeconds(1);

    private final ReadModels models;
    private final Ending ending;

    public ProjectionsController(ReadModels models, Ending ending) {
        this.models = models;
        this.ending = ending;
    }

    /** What can be posted here, for the API's description. */
    public static List<Operation> orders(Schemas schemas) {
        return List.of(
                Order.REBUILD.operation(schemas),
                Order.RESUMPTION.operation(schemas));
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<byte[]>> projections(ServerWebExchange exchange) {
        Format format = Format.wanted(
                exchange.getRequest(), Format.JSON, Format.NDJSON, Format.EVENT_STREAM);
        QueryParameters.refuseAll(exchange.getRequest());
        return Freshness.of(exchange, models.all())
                .flatMap(_ -> format == Format.JSON
                        ? look().map(all -> Answer.json(all).entity())
                        : Streamed.answer(exchange, format, live().map(all -> part(format, all))));
    }

    private static byte[] part(Format format, Projections all) {
        String json = AndonJson.mapper().writeValueAsString(all);
        return (format == Format.NDJSON ? json + "\n" : "data: %s\n\n".formatted(json))
                .getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping(PATH + "/{projection}/rebuild")
    Mono<ResponseEntity<byte[]>> rebuild(@PathVariable String projection, ServerWebExchange exchange) {
        return order(projection, exchange, models::rebuild);
    }

    @PostMapping(PATH + "/{projection}/resumption")
    Mono<ResponseEntity<byte[]>> resume(@PathVariable String projection, ServerWebExchange exchange) {
        return order(projection, exchange, models::resume);
    }

    /** It is left in the store, so that it is done even if this process ends now; the answer says how things stand. */
    private Mono<ResponseEntity<byte[]>> order(
            String projection, ServerWebExchange exchange, Function<String, Mono<Void>> order) {
        Format.wanted(exchange.getRequest(), Format.JSON);
        QueryParameters.refuseAll(exchange.getRequest());
        List<String> known = models.status().stream().map(ProjectionStatus::name).toList();
        if (!known.contains(projection)) {
            throw QuestionRefused.noSuchProjection(projection, known);
        }
        return order.apply(projection).then(Mono.defer(() -> Flux.fromIterable(models.status())
                .filter(status -> status.name().equals(projection)).next().flatMap(this::progress)))
                .map(progress -> Answer.json(progress).entity(HttpStatus.ACCEPTED));
    }

    private Flux<Projections> live() {
        return ending.ending(Flux.interval(Duration.ZERO, BETWEEN_TWO).onBackpressureDrop()
                .concatMap(_ -> look(), 1)
                .takeUntil(Projections::areAtRest));
    }

    private Mono<Projections> look() {
        return Flux.defer(() -> Flux.fromIterable(models.status()))
                .concatMap(status -> progress(status).map(progress -> new Seen(status, progress)))
                .collectList()
                .map(seen -> new Projections(
                        seen.stream().mapToLong(each -> each.status().answering()).min().orElse(0),
                        seen.stream().mapToLong(each -> each.status().head()).max().orElse(0),
                        seen.stream().map(Seen::progress).toList()));
    }

    private Mono<ProjectionProgress> progress(ProjectionStatus status) {
        return models.kept(status.name()).collectList()
                .map(kept -> ProjectionProgress.of(status, kept, Clock.systemUTC().instant()));
    }

    private record Seen(ProjectionStatus status, ProjectionProgress progress) {}
}
