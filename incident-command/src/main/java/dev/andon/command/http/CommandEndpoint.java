package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import java.net.URI;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One command, one answer. */
final class CommandEndpoint {

    static final int MAX_BODY_BYTES = 256 * 1024;

    private final Commands commands;

    CommandEndpoint(Commands commands) {
        this.commands = commands;
    }

    RouterFunction<ServerResponse> routes() {
        var routes = RouterFunctions.route();
        for (CommandRoute route : CommandRoutes.ALL) {
            routes.POST(CommandRoutes.BASE_PATH + route.path().getPatternString(), this::post);
        }
        return routes.build();
    }

    private Mono<ServerResponse> post(ServerRequest request) {
        String path = request.path().substring(CommandRoutes.BASE_PATH.length());
        return Mono.defer(() -> {
            requireAcceptable(request, MediaType.APPLICATION_JSON);
            Caller caller = Caller.of(request);
            return body(request)
                    .flatMap(bytes -> commands.post(new Commands.Posted(
                            path,
                            Bodies.parse(bytes),
                            caller.actor(),
                            "API",
                            caller.idempotencyKey().map(key -> "key:" + key).orElse(null),
                            null,
                            caller.metadata())));
        })
                .flatMap(outcome -> accepted(outcome.answer()))
                .onErrorResume(failure -> refused(Problems.of(failure), request.path()));
    }

    /** Before the command is decided: whoever is told that it was not acceptable must not find it recorded. */
    static void requireAcceptable(ServerRequest request, MediaType answered) {
        List<MediaType> accepted;
        try {
            accepted = request.headers().accept();
        } catch (InvalidMediaTypeException malformed) {
            throw new MalformedRequest(ProblemDetails.ofStatus(406));
        }
        if (!accepted.isEmpty()
                && accepted.stream().noneMatch(type -> type.getQualityValue() > 0 && type.includes(answered))) {
            throw new MalformedRequest(ProblemDetails.ofStatus(406));
        }
    }

    private static Mono<byte[]> body(ServerRequest request) {
        return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class), MAX_BODY_BYTES)
                .map(CommandEndpoint::bytesOf)
                .defaultIfEmpty(new byte[0])
                .doOnNext(bytes -> {
                    if (bytes.length > 0 && !isJson(request)) {
                        throw new MalformedRequest(ProblemDetails.ofStatus(415));
                    }
                });
    }

    private static boolean isJson(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent();
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Mono<ServerResponse> accepted(Answer answer) {
        var response = ServerResponse.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Andon-Position", Long.toString(answer.position()));
        if (answer.version() != null) {
            response.header(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        }
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.bodyValue(AndonJson.mapper().writeValueAsBytes(answer.body()));
    }

    static Mono<ServerResponse> refused(ProblemDetails problem, String path) {
        var response = ServerResponse.status(problem.status())
                .contentType(MediaType.valueOf(ProblemDetails.MEDIA_TYPE));
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.bodyValue(AndonJson.mapper().writeValueAsBytes(problem.at(path)));
    }
}
