package dev.andon.access;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps web pages out of a server that asks nobody who they are. The loopback is no wall against a browser on the same
 * machine: a page from anywhere can send it a POST without a body, and, once its own name is made to mean 127.0.0.1, read
 * the answers as well. The first names its origin, the second the name it was loaded by.
 */
final class OpenServerGuard implements WebFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<String> hosts;
    private final List<String> origins;

    OpenServerGuard(AccessProperties properties) {
        this.hosts = properties.hosts();
        this.origins = properties.corsAllowedOrigins();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        URI uri = exchange.getRequest().getURI();
        String origin = exchange.getRequest().getHeaders().getOrigin();
        return isOurs(uri.getHost()) && (origin == null || origins.contains(origin) || isSame(origin, uri))
                ? chain.filter(exchange)
                : Refusals.answer(exchange, Refusals.ELSEWHERE);
    }

    private boolean isOurs(@Nullable String host) {
        return host != null && (LOOPBACK.contains(host) || hosts.contains(host));
    }

    private static boolean isSame(String origin, URI uri) {
        return origin.equals(uri.getScheme() + "://" + uri.getAuthority());
    }
}
