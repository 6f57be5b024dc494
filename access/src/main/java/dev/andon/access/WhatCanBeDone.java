package dev.andon.access;

import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers {@code OPTIONS}, to those who may ask. One path may take commands and answer questions, each in a service of its
 * own that knows nothing of the other's; both have the table.
 */
final class WhatCanBeDone {

    private WhatCanBeDone() {}

    static Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain) {
        var methods = new TreeSet<>(AccessTable.methodsAt(exchange.getRequest().getPath().pathWithinApplication()));
        if (methods.isEmpty()) {
            return chain.filter(exchange);
        }
        methods.add(HttpMethod.OPTIONS);
        var response = exchange.getResponse();
        response.getHeaders().setAllow(methods);
        response.setStatusCode(HttpStatus.NO_CONTENT);
        return response.setComplete();
    }
}
