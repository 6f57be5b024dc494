package dev.andon.access;

import java.util.function.Supplier;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Mono;

/**
 * What the firewall sees of an exchange: the request. It would go through all headers of each answer for line breaks, which
 * Netty refuses when they are set.
 */
final class Unanswered extends ServerWebExchangeDecorator {

    Unanswered(ServerWebExchange exchange) {
        super(exchange);
    }

    @Override
    public ServerHttpResponse getResponse() {
        return new ServerHttpResponseDecorator(super.getResponse()) {
            @Override
            public void beforeCommit(Supplier<? extends Mono<Void>> action) {
                // Nothing is done to an answer that is not there yet.
            }
        };
    }
}
