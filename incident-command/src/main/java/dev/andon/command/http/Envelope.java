package dev.andon.command.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every answer carries, whoever gives it: that a command's path takes commands. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Envelope implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getMethod() == HttpMethod.OPTIONS && CommandPaths.takesCommands(exchange)) {
            // Questions are asked under the same paths, and who answers them knows nothing of commands.
            exchange.getResponse().beforeCommit(
                    () -> Mono.fromRunnable(() -> CommandPaths.allow(exchange, HttpMethod.POST)));
        }
        return chain.filter(exchange);
    }
}
