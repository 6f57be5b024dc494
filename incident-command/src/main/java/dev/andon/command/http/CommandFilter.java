package dev.andon.command.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes out what is posted to a command or is an import, by going through the table once, and leaves all else to whoever
 * comes behind. The last filter and not a handler: a handler is looked for, called and understood in steps that decide nothing
 * about a command.
 */
public final class CommandFilter implements WebFilter {

    private static final String IMPORTS = CommandRoutes.BASE_PATH + Import.PATH;

    private final ApplicationContext server;
    private final CommandEndpoint commands;
    private final ImportEndpoint imports;

    /** @param server the one to serve: a port of its own for management has all our filters, too */
    CommandFilter(ApplicationContext server, CommandEndpoint commands, ImportEndpoint imports) {
        this.server = server;
        this.commands = commands;
        this.imports = imports;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().pathWithinApplication().value();
        if (exchange.getApplicationContext() != server
                || !request.getMethod().equals(HttpMethod.POST)
                || !path.startsWith(CommandRoutes.BASE_PATH + "/")) {
            return chain.filter(exchange);
        }
        if (path.equals(IMPORTS)) {
            observe(exchange, path);
            return imports.post(exchange);
        }
        Optional<CommandRoutes.Match> match = CommandRoutes.match(path.substring(CommandRoutes.BASE_PATH.length()));
        if (match.isEmpty()) {
            return chain.filter(exchange);
        }
        observe(exchange, match.get().route().fullPath().getPatternString());
        return commands.post(exchange, match.get());
    }

    /** What it takes out, as patterns: no mapping of WebFlux's knows of it. */
    public List<String> paths() {
        return Stream.concat(
                Stream.of(IMPORTS), CommandRoutes.ALL.stream().map(route -> route.fullPath().getPatternString()))
                .toList();
    }

    /** Figures are by pattern: by path, there would be one for each incident. */
    private static void observe(ServerWebExchange exchange, String pattern) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(pattern));
    }

    /** WebFlux asks for it with each request. */
    @Override
    public String toString() {
        return "CommandFilter";
    }
}
