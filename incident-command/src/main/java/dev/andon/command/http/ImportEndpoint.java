package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.nio.charset.StandardCharsets;
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

    ImportEndpoint(Commands commands) {
        this.commands = commands;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().POST(CommandRoutes.BASE_PATH + Import.PATH, this::importAll).build();
    }

    /** Imports lines that do not come over HTTP; answers how many were accepted. Repeating it records nothing again. */
    public Mono<Long> importOnce(String idempotencyKey, Flux<DataBuffer> lines) {
        return results(lines, Caller.importing(idempotencyKey))
                .filter(result -> result.status() < 300)
                .count();
    }

    private Mono<ServerResponse> importAll(ServerRequest request) {
        return Mono.defer(() -> {
            CommandEndpoint.requireAcceptable(request, MediaType.APPLICATION_NDJSON);
            requireNdjson(request);
            Caller caller = Caller.of(request);
            Flux<Flux<DataBuffer>> answers = results(request.bodyToFlux(DataBuffer.class), caller)
                    .map(result -> Flux.just(BUFFERS.wrap(lineOf(result))));
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_NDJSON)
                    .body((response, _) -> response.writeAndFlushWith(answers));
        })
                .onErrorResume(failure -> CommandEndpoint.refused(Problems.of(failure), request.path()));
    }

    private Flux<Import.Result> results(Flux<DataBuffer> bytes, Caller caller) {
        return Flux.defer(() -> {
            var run = new Import(commands, caller);
            return Lines.of(bytes, CommandEndpoint.MAX_BODY_BYTES)
                    .filter(line -> !line.isBlank())
                    .concatMap(run::post, 1);
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
