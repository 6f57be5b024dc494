package dev.andon.access;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How much one caller may ask. Who has good credentials is counted by who they are, so that nobody else can use up what is
 * theirs; only who has none is counted by address, which may be that of a gateway, with everybody behind it.
 */
final class RateLimits implements WebFilter {

    private static final int NETWORK_BYTES = 8;

    private final Quota requests;
    private final Quota openRequests;
    private final Quota failures;

    RateLimits(AccessProperties properties, TimeMeter time) {
        this.requests = new Quota("requests", properties.requestsPerMinute(), time);
        this.openRequests = new Quota("requests", properties.requestsPerMinuteWhileOpen(), time);
        this.failures = new Quota("failures", properties.failuresPerMinute(), time);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (AccessTable.isPublic(exchange.getRequest())) {
            // A probe that is told to slow down takes a server that is well for one that is not.
            return chain.filter(exchange);
        }
        return switch (exchange.getAttributes().get(Identity.class.getName())) {
            case Identity.Local _ -> limited(exchange, openRequests, addressOf(exchange), chain);
            case Identity identity -> limited(exchange, requests, identity.callerId(), chain);
            case null, default -> chain.filter(exchange);
        };
    }

    /** Credentials were missing or wrong. Good ones are let in whatever was tried from the same address before. */
    Mono<Void> afterFailure(ServerWebExchange exchange, boolean presented) {
        if (failures.isLimited()) {
            ConsumptionProbe probe = failures.take(addressOf(exchange));
            if (!probe.isConsumed()) {
                return Refusals.tooMany(exchange, Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }
        return Refusals.unauthenticated(exchange, presented);
    }

    private static Mono<Void> limited(ServerWebExchange exchange, Quota quota, String caller, WebFilterChain chain) {
        if (!quota.isLimited()) {
            return chain.filter(exchange);
        }
        ConsumptionProbe probe = quota.take(caller);
        var headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", quota.policy());
        headers.set("RateLimit", quota.state(probe));
        return probe.isConsumed()
                ? chain.filter(exchange)
                : Refusals.tooMany(exchange, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static String addressOf(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : networkOf(remote.getAddress());
    }

    /** One subscriber has as many IPv6 addresses as there are, but one network of them. */
    static String networkOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(
                address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
