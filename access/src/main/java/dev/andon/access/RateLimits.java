package dev.andon.access;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * How much one caller may ask. Who has good credentials is counted by who they are, so that nobody else can use up what is
 * theirs; only who has none is counted by address, which may be that of a gateway, with everybody behind it.
 */
final class RateLimits {

    private static final int NETWORK_BYTES = 8;

    private final Quota requests;
    private final Quota openRequests;
    private final Quota failures;

    RateLimits(AccessProperties properties, TimeMeter time) {
        this.requests = new Quota("requests", properties.requestsPerMinute(), time);
        this.openRequests = new Quota("requests", properties.requestsPerMinuteWhileOpen(), time);
        this.failures = new Quota("failures", properties.failuresPerMinute(), time);
    }

    /** None if this caller may ask; counts one request. */
    Optional<Mono<Void>> refusalOf(Identity identity, ServerWebExchange exchange) {
        return switch (identity) {
            case Identity.Local _ -> refusalOf(openRequests, addressOf(exchange), exchange);
            case Identity.Person _,Identity.Bot _ -> refusalOf(requests, identity.callerId(), exchange);
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

    private static Optional<Mono<Void>> refusalOf(Quota quota, String caller, ServerWebExchange exchange) {
        if (!quota.isLimited()) {
            return Optional.empty();
        }
        ConsumptionProbe probe = quota.take(caller);
        var headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Policy", quota.policy());
        headers.set("RateLimit", quota.state(probe));
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Refusals.tooMany(exchange, Duration.ofNanos(probe.getNanosToWaitForRefill())));
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
