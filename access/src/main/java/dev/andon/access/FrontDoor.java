package dev.andon.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The way every request takes: from where, who, how often, may they. Nothing of it is kept from one request to the next, so
 * there is no cookie that a page from elsewhere could make a browser send.
 *
 * <p>Stands where Spring Boot would put Spring Security's chain of filters, and would put one beside it otherwise. Each step
 * but the last knows its answer at once, so they are asked one after the other; as filters, each would cost more to be led to
 * than it takes to answer.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FrontDoor extends WebFilterChainProxy {

    private final StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
    private final SecurityHeaders headers = new SecurityHeaders();
    private final @Nullable OpenServerGuard guard;
    private final ForeignPages pages;
    private final Admission admission;

    /** @param guard nobody, where everybody has to say who they are */
    FrontDoor(@Nullable OpenServerGuard guard, ForeignPages pages, Admission admission) {
        this.guard = guard;
        this.pages = pages;
        this.admission = admission;
        firewall.setAllowedHeaderNames(Characters::haveAMeaning);
        firewall.setAllowedHeaderValues(Characters::haveAMeaningOrAreTabs);
    }

    /** Requests that mean one thing to one part of the server and something else to another go no further. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        headers.addTo(exchange);
        return firewall.getFirewalledExchange(new Unanswered(exchange))
                .flatMap(unambiguous -> enter(
                        unambiguous.mutate().response(exchange.getResponse()).build(), chain))
                .onErrorResume(
                        ServerExchangeRejectedException.class, _ -> Refusals.answer(exchange, Refusals.MALFORMED));
    }

    private Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (guard != null && !guard.admits(request.getHeaders())) {
            return Refusals.answer(exchange, Refusals.ELSEWHERE);
        }
        if (!pages.admit(exchange)) {
            return Refusals.answer(exchange, Refusals.ORIGIN_NOT_ALLOWED);
        }
        return CorsUtils.isPreFlightRequest(request) ? Mono.empty() : admission.of(exchange, chain);
    }

    /** WebFlux asks for it with each request. */
    @Override
    public String toString() {
        return "FrontDoor";
    }
}
