package dev.andon.access;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a browser is told to do with an answer beside showing it. What people wrote in an incident may hold anything, so a
 * page made of it runs no script and loads nothing, whatever slipped through. They are there before an answer is made, and
 * it may say otherwise for itself.
 */
final class SecurityHeaders {

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

    void addTo(ServerWebExchange exchange) {
        HEADERS.forEach(exchange.getResponse().getHeaders()::set);
        // Done when it returns; what it returns is empty.
        overTls.writeHttpHeaders(exchange).subscribe();
    }
}
