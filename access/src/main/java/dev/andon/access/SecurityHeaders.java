package dev.andon.access;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a browser is told to do with an answer beside showing it. What people wrote in an incident may hold anything, so a
 * page made of it runs no script and loads nothing, whatever slipped through. An answer may say otherwise for itself.
 */
final class SecurityHeaders implements ServerHttpHeadersWriter {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        setIfAbsent(headers, CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                        + "frame-ancestors 'none'");
        setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        // Kept by nobody in between, and by the browser only if it asks each time: an ETag is of no use otherwise.
        setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return Mono.empty();
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (headers.getFirst(name) == null) {
            headers.set(name, value);
        }
    }
}
