package dev.andon.access;

import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets pages of other origins in as far as they are named. The framework's own filter refuses without a word, and whoever
 * writes such a page would look for the mistake in it.
 */
final class ForeignPages implements WebFilter {

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfigurationSource allowed;

    ForeignPages(CorsConfigurationSource allowed) {
        this.allowed = allowed;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!processor.process(allowed.getCorsConfiguration(exchange), exchange)) {
            return Refusals.answer(exchange, Refusals.ORIGIN_NOT_ALLOWED);
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
