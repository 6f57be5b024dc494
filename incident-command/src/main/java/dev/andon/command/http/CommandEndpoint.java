package dev.andon.command.http;

import dev.andon.kernel.ProblemDetails;
import dev.andon.monitoring.Correlation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One command, one answer. */
final class CommandEndpoint {

    private final Commands commands;
    private final RuleThreads threads;
    private final Patience patience;

    CommandEndpoint(Commands commands, RuleThreads threads, Patience patience) {
        this.commands = commands;
        this.threads = threads;
        this.patience = patience;
    }

    Mono<Void> post(ServerWebExchange exchange, CommandRoutes.Match match) {
        return Mono.defer(() -> {
            ServerHttpRequest request = exchange.getRequest();
            requireAcceptable(request, MediaType.APPLICATION_JSON);
            boolean dryRun = QueryString.asksForDryRun(request.getQueryParams());
            Caller caller = Caller.of(exchange);
            EntityTags expected = EntityTags.in(request.getHeaders()).orElse(null);
            Correlation correlation = Correlation.of(exchange);
            return Body.of(request.getBody(), patience).flatMap(body -> threads.in(correlation, () -> {
                Commands.Posted posted = posted(request, body, caller, expected, correlation);
                return dryRun
                        ? rehearsed(commands.rehearse(match, posted), exchange)
                        : accepted(commands.post(match, posted).answer(), exchange);
            }));
        })
                .onErrorResume(failure -> Mono.just(Responses.refusal(exchange, failure)))
                .flatMap(Function.identity());
    }

    private static Commands.Posted posted(
            ServerHttpRequest request, byte[] body, Caller caller, @Nullable EntityTags expected,
            Correlation correlation) {
        requireJson(request.getHeaders(), body);
        return new Commands.Posted(
                request.getPath().pathWithinApplication().value().substring(CommandRoutes.BASE_PATH.length()),
                Bodies.parse(body),
                caller.actor(),
                "API",
                caller.key("key").orElse(null),
                expected,
                null,
                caller.metadata(correlation));
    }

    /** Before the command is decided: whoever is told that it was not acceptable must not find it recorded. */
    static void requireAcceptable(ServerHttpRequest request, MediaType answered) {
        List<MediaType> accepted;
        try {
            accepted = request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException malformed) {
            throw new MalformedRequest(ProblemDetails.ofStatus(406));
        }
        if (!accepted.isEmpty()
                && accepted.stream().noneMatch(type -> type.getQualityValue() > 0 && type.includes(answered))) {
            throw new MalformedRequest(ProblemDetails.ofStatus(406));
        }
    }

    private static void requireJson(HttpHeaders headers, byte[] body) {
        if (body.length > 0 && !Body.isSaidToBe(MediaType.APPLICATION_JSON, headers)) {
            throw new MalformedRequest(ProblemDetails.ofStatus(415));
        }
    }

    private static Mono<Void> accepted(Answer answer, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        // A key that was just created stands in it, and must not stand in anybody's cache.
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set("Andon-Position", Long.toString(answer.position()));
        if (answer.version() != null) {
            headers.set(HttpHeaders.ETAG, "\"" + answer.version() + "\"");
        }
        if (answer.location() != null) {
            headers.set(HttpHeaders.LOCATION, answer.location());
        }
        return Responses.json(exchange.getResponse(), answer.status(), answer.body());
    }

    private static Mono<Void> rehearsed(Rehearsal rehearsal, ServerWebExchange exchange) {
        return Responses.json(exchange.getResponse(), 200, rehearsal);
    }
}
