package dev.andon.access;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a browser is told to do with an answer beside showing it. What people wrote in an incident may hold anything, so a
 * page made of it runs no script and loads nothing, whatever slipped through. An answer may say otherwise for itself.
 */
final class SecurityHeaders implements ServerHttpHeadersWriter {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            // Kept by nobody in between, and by the browser only if it asks each time: an ETag is of no use otherwise.
            HttpHeaders.CACHE_CONTROL, "private, no-cache");

    private final ServerHttpHeadersWriter overTls = new StrictTransportSecurityServerHttpHeadersWriter();

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        HEADERS.forEach((name, value) -> setIfAbsent(headers, name, value));
        return overTls.writeHttpHeaders(exchange);
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (headers.getFirst(name) == null) {
            headers.set(name, value);
        }
    }
}
