package dev.andon.command.http;

import dev.andon.command.decision.VersionMismatch;
import dev.andon.kernel.ProblemDetails;
import dev.andon.kernel.json.AndonJson;
import dev.andon.monitoring.Correlation;
import java.net.URI;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** One command, one answer. */
final class CommandEndpoint {

    private final Commands commands;
    private final Limits limits;

    CommandEndpoint(Commands commands, Limits limits) {
        this.commands = commands;
        this.limits = limits;
    }

    RouterFunction<ServerResponse> routes() {
        return new CommandRouter(this::post);
    }

    private Mono<ServerResponse> post(ServerRequest request, CommandRoutes.Match match) {
        return Mono.defer(() -> {
            requireAcceptable(request, MediaType.APPLICATION_JSON);
            boolean dryRun = QueryString.asksForDryRun(request.queryParams());
            return posted(request).flatMap(posted -> dryRun
                    ? commands.rehearse(match, posted).flatMap(CommandEndpoint::rehearsed)
                    : commands.post(match, posted).flatMap(outcome -> accepted(outcome.answer())));
        })
                .onErrorResume(failure -> refused(failure, request));
    }

    private Mono<Commands.Posted> posted(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        Caller caller = Caller.of(request);
        EntityTags expected = EntityTags.in(headers).orElse(null);
        return Body.of(request.bodyToFlux(DataBuffer.class), limits.bodyTimeout())
                .doOnNext(bytes -> requireJson(request, bytes))
                .map(bytes -> new Commands.Posted(
                        request.requestPath().pathWithinApplication().value()
                                .substring(CommandRoutes.BASE_PATH.length()),
                        Bodies.parse(bytes),
                        caller.actor(),
                        "API",
                        caller.key("key").orElse(null),
                        expected,
                        null,
                        caller.metadata(Correlation.of(request.exchange()))));
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

    private static void requireJson(ServerRequest request, byte[] body) {
        if (body.length > 0 && !isJson(request)) {
            throw new MalformedRequest(ProblemDetails.ofStatus(415));
        }
    }

    private static boolean isJson(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent();
    }

    private static Mono<ServerResponse> accepted(Answer answer) {
        var response = ServerResponse.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                // A key that was just created stands in it, and must not stand in anybody's cache.
                .cacheControl(CacheControl.noStore())
                .header("Andon-Position", Long.toString(answer.position()));
        if (answer.version() != null) {
            response.header(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        }
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        return response.bodyValue(AndonJson.mapper().writeValueAsBytes(answer.body()));
    }

    private static Mono<ServerResponse> rehearsed(Rehearsal rehearsal) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(AndonJson.mapper().writeValueAsBytes(rehearsal));
    }

    static Mono<ServerResponse> refused(Throwable failure, ServerRequest request) {
        ProblemDetails problem = Problems.of(failure, Correlation.of(request.exchange()));
        var response = ServerResponse.status(problem.status())
                .contentType(MediaType.valueOf(ProblemDetails.MEDIA_TYPE));
        switch (problem.status()) {
            case 503 -> response.header(HttpHeaders.RETRY_AFTER, "1");
            // What of the request is still to come is no next request.
            case 408, 413 -> response.header(HttpHeaders.CONNECTION, "close");
            default -> {
            }
        }
        if (failure instanceof VersionMismatch mismatch) {
            response.eTag(Long.toString(mismatch.presentVersion()));
        }
        return response.bodyValue(AndonJson.mapper().writeValueAsBytes(problem.at(request.path())));
    }
}
