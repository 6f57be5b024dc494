package dev.andon.access;

import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Who, how often, may they: each is asked once, in this order, for each needs the answer before it. What is to be done is
 * found out first and done afterwards: a failure of what the request asks for would else be taken for one of credentials.
 */
final class Admission {

    private final Credentials credentials;
    private final RateLimits limits;

    Admission(Credentials credentials, RateLimits limits) {
        this.credentials = credentials;
        this.limits = limits;
    }

    Mono<Void> of(ServerWebExchange exchange, WebFilterChain chain) {
        if (!credentials.arePresentedIn(exchange.getRequest())) {
            return credentials.ofThoseWhoPresentNone()
                    .map(identity -> somebody(identity, exchange, chain))
                    .orElseGet(() -> nobody(exchange, chain));
        }
        return credentials.in(exchange)
                .map(identity -> somebody(identity, exchange, chain))
                .switchIfEmpty(Mono.fromSupplier(() -> nobody(exchange, chain)))
                .onErrorResume(
                        AuthenticationException.class, failure -> Mono.just(unknown(failure, exchange)))
                .flatMap(Function.identity());
    }

    private Mono<Void> somebody(Identity identity, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        exchange.getAttributes().put(Identity.class.getName(), identity);
        // A probe that is told to slow down takes a server that is well for one that is not.
        if (AccessTable.isPublic(request)) {
            return admitted(identity, exchange, chain);
        }
        return limits.refusalOf(identity, exchange).orElseGet(() -> AccessTable.allows(identity, request)
                ? admitted(identity, exchange, chain)
                : Refusals.answer(exchange, Refusals.FORBIDDEN));
    }

    private static Mono<Void> admitted(Identity identity, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return WhatCanBeDone.answer(exchange, chain);
        }
        return AccessTable.saysMoreToSome(request)
                ? chain.filter(exchange).contextWrite(knowing(identity))
                : chain.filter(exchange);
    }

    /** The health endpoint asks Spring Security whom it may tell more than up or down; nobody else asks it. */
    private static Context knowing(Identity identity) {
        Mono<SecurityContext> known = Mono.fromSupplier(() -> new SecurityContextImpl(authenticationOf(identity)));
        return ReactiveSecurityContextHolder.withSecurityContext(known);
    }

    private static Authentication authenticationOf(Identity identity) {
        return new PreAuthenticatedAuthenticationToken(
                identity, "", AuthorityUtils.createAuthorityList(
                        identity.roles().stream().map(role -> "ROLE_" + role).toList()));
    }

    private Mono<Void> nobody(ServerWebExchange exchange, WebFilterChain chain) {
        return AccessTable.isPublic(exchange.getRequest())
                ? chain.filter(exchange)
                : limits.afterFailure(exchange, false);
    }

    private Mono<Void> unknown(AuthenticationException failure, ServerWebExchange exchange) {
        return failure instanceof AuthenticationServiceException
                ? Refusals.providerDown(exchange)
                : limits.afterFailure(exchange, true);
    }
}
