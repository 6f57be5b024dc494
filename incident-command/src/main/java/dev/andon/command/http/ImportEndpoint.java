package dev.andon.command.http;

import dev.andon.command.decision.NoVersionToExpect;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import dev.andon.monitoring.Ending;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A stream of commands in, a stream of answers out, in order, each as soon as its line is decided. */
public final class ImportEndpoint {

    private static final DataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;

    private final Commands commands;
    private final Limits limits;
    private final Ending ending;

    ImportEndpoint(Commands commands, Limits limits, Ending ending) {
        this.commands = commands;
        this.limits = limits;
        this.ending = ending;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST(CommandRoutes.BASE_PATH + Import.PATH, this::importAll).build();
    }

    /** Imports lines that do not come over HTTP; answers how many were accepted. Repeating it records nothing again. */
    public Mono<Long> importOnce(String idempotencyKey, Flux<DataBuffer> lines) {
        return results(lines, Caller.importing(idempotencyKey), Correlation.started())
                .filter(result -> result.status() < 300)
                .count();
    }

    private Mono<ServerResponse> importAll(ServerRequest request) {
        return Mono.defer(() -> {
            CommandEndpoint.requireAcceptable(request, MediaType.APPLICATION_NDJSON);
            requireNdjson(request);
            QueryString.refuseForImports(request.queryParams());
            Caller caller = Caller.of(request);
            if (EntityTags.in(request.headers().asHttpHeaders()).isPresent()) {
                throw new NoVersionToExpect();
            }
            Flux<Flux<DataBuffer>> answers = results(
                    request.bodyToFlux(DataBuffer.class), caller, Correlation.of(request.exchange()))
                    .map(result -> Flux.just(BUFFERS.wrap(lineOf(result))));
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_NDJSON)
                    .body((response, _) -> response.writeAndFlushWith(answers));
        })
                .onErrorResume(failure -> CommandEndpoint.refused(failure, request));
    }

    private Flux<Import.Result> results(Flux<DataBuffer> bytes, Caller caller, Correlation correlation) {
        return Flux.defer(() -> {
            var run = new Import(commands, caller, correlation);
            var silence = new Silence(limits.importSilence());
            Flux<Line> lines = Lines.of(bytes.doOnNext(_ -> silence.broken()), Body.MAX_BYTES)
                    .filter(line -> !line.isBlank())
                    .doOnComplete(run::allHaveCome);
            return silence.endOf(ending.ending(lines)
                    .concatMap(line -> run.post(line).doOnNext(_ -> silence.broken()), 1))
                    .concatWith(Mono.defer(() -> Mono.justOrEmpty(run.cutShort())))
                    .onErrorResume(TimeoutException.class, _ -> Mono.just(run.brokenOff()));
        });
    }

    private static byte[] lineOf(Import.Result result) {
        return (AndonJson.mapper().writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void requireNdjson(ServerRequest request) {
        if (request.headers().contentType().filter(MediaType.APPLICATION_NDJSON::equalsTypeAndSubtype).isEmpty()) {
            throw new MalformedRequest(ProblemDetails.of(
                    415,
                    "unsupported-media-type",
                    "The body is in the wrong format",
                    "Send the lines as application/x-ndjson."));
        }
    }
}
