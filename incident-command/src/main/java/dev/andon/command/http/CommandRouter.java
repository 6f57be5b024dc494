package dev.andon.command.http;

import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Leads a request to its command by going through the table once, and only for what is posted. A predicate for each of its
 * rows would be asked for every question as well, of which none is for us.
 */
final class CommandRouter implements RouterFunction<ServerResponse> {

    private final BiFunction<ServerRequest, CommandRoutes.Match, Mono<ServerResponse>> post;

    CommandRouter(BiFunction<ServerRequest, CommandRoutes.Match, Mono<ServerResponse>> post) {
        this.post = post;
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return Mono.justOrEmpty(matchOf(request)).map(match -> {
            request.attributes().put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, match.route().fullPath());
            return posted -> post.apply(posted, match);
        });
    }

    private static Optional<CommandRoutes.Match> matchOf(ServerRequest request) {
        String path = request.requestPath().pathWithinApplication().value();
        return request.method().equals(HttpMethod.POST) && path.startsWith(CommandRoutes.BASE_PATH + "/")
                ? CommandRoutes.match(path.substring(CommandRoutes.BASE_PATH.length()))
                : Optional.empty();
    }

    @Override
    public void accept(RouterFunctions.Visitor visitor) {
        for (CommandRoute route : CommandRoutes.ALL) {
            visitor.route(RequestPredicates.POST(route.fullPath().getPatternString()),
                    request -> route(request).flatMap(handler -> handler.handle(request)));
        }
    }
}
