package dev.andon.access;

import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets pages of other origins in as far as they are named. The framework's own filter refuses without a word, and whoever
 * writes such a page would look for the mistake in it.
 */
final class ForeignPages {

    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfigurationSource allowed;

    ForeignPages(CorsConfigurationSource allowed) {
        this.allowed = allowed;
    }

    /** Adds to the answer what the browser has to know of it. */
    boolean admit(ServerWebExchange exchange) {
        return processor.process(allowed.getCorsConfiguration(exchange), exchange);
    }
}
