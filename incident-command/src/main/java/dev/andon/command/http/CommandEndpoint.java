package dev.andon.command.http;

import dev.andon.command.decision.VersionMismatch;
import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final Patience patience;

    CommandEndpoint(Commands commands, Patience patience) {
        this.commands = commands;
        this.patience = patience;
    }

    RouterFunction<ServerResponse> routes() {
        return new CommandRouter(this::post);
    }

    private Mono<ServerResponse> post(ServerRequest request, CommandRoutes.Match match) {
        return Mono.defer(() -> {
            requireAcceptable(request, MediaType.APPLICATION_JSON);
            boolean dryRun = QueryString.asksForDryRun(request.queryParams());
            Caller caller = Caller.of(request);
            EntityTags expected = EntityTags.in(request.headers().asHttpHeaders()).orElse(null);
            boolean json = isJson(request);
            return Body.of(request.exchange().getRequest().getBody(), patience).flatMap(bytes -> {
                if (bytes.length > 0 && !json) {
                    throw new MalformedRequest(ProblemDetails.ofStatus(415));
                }
                Commands.Posted posted = posted(request, caller, expected, bytes);
                return dryRun
                        ? commands.rehearse(match, posted).map(rehearsal -> JsonResponse.of(200, rehearsal))
                        : commands.post(match, posted).map(outcome -> accepted(outcome.answer()));
            });
        })
                .onErrorResume(failure -> refused(failure, request));
    }

    private static Commands.Posted posted(
            ServerRequest request, Caller caller, @Nullable EntityTags expected, byte[] body) {
        return new Commands.Posted(
                request.requestPath().pathWithinApplication().value().substring(CommandRoutes.BASE_PATH.length()),
                Bodies.parse(body),
                caller.actor(),
                "API",
                caller.key("key").orElse(null),
                expected,
                null,
                caller.metadata(Correlation.of(request.exchange())));
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

    private static boolean isJson(ServerRequest request) {
        return request.headers().contentType().filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent();
    }

    private static ServerResponse accepted(Answer answer) {
        var response = JsonResponse.of(answer.status(), answer.body())
                // A key that was just created stands in it, and must not stand in anybody's cache.
                .with(HttpHeaders.CACHE_CONTROL, "no-store")
                .with("Andon-Position", Long.toString(answer.position()));
        if (answer.version() != null) {
            response.with(HttpHeaders.ETAG, tagOf(answer.version()));
        }
        if (answer.location() != null) {
            response.with(HttpHeaders.LOCATION, answer.location());
        }
        return response;
    }

    private static String tagOf(long version) {
        return "\"" + version + "\"";
    }

    static Mono<ServerResponse> refused(Throwable failure, ServerRequest request) {
        ProblemDetails problem = Problems.of(failure, Correlation.of(request.exchange()));
        var response = JsonResponse.of(problem.status(), problem.at(request.path()), ProblemDetails.MEDIA_TYPE);
        switch (problem.status()) {
            case 503 -> response.with(HttpHeaders.RETRY_AFTER, "1");
            // What of the request is still to come is no next request.
            case 408, 413 -> response.with(HttpHeaders.CONNECTION, "close");
            default -> {
            }
        }
        if (failure instanceof VersionMismatch mismatch) {
            response.with(HttpHeaders.ETAG, tagOf(mismatch.presentVersion()));
        }
        return Mono.just(response);
    }
}
