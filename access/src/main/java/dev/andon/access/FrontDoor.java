package dev.andon.access;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way every request takes: from where, who, how often, may they. Nothing of it is kept from one request to the next, so
 * there is no cookie that a page from elsewhere could make a browser send.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class FrontDoor {

    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    @Bean
    SecurityWebFilterChain frontDoor(ServerHttpSecurity http, AccessProperties properties, ApiKeys keys) {
        var limits = new RateLimits(properties, TimeMeter.SYSTEM_NANOTIME);
        var credentials = new Credentials(
                keys, People.of(properties.jwt(), Clock.systemUTC()), properties.isOpen());
        if (properties.isOpen()) {
            http.addFilterAt(new OpenServerGuard(properties), SecurityWebFiltersOrder.FIRST);
        }
        return http
                .csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(new ForeignPages(corsFor(properties)), SecurityWebFiltersOrder.CORS)
                .headers(headers -> headers
                        .cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable)
                        .frameOptions(frames -> frames.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .writer(new SecurityHeaders()))
                .addFilterAt(authentication(credentials, limits), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(limits, SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(exchanges -> exchanges.anyExchange()
                        .access((authentication, context) -> isAllowed(authentication, context.getExchange())
                                .map(AuthorizationDecision::new)))
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((exchange, _) -> limits.afterFailure(exchange, false))
                        .accessDeniedHandler((exchange, _) -> Refusals.answer(exchange, Refusals.FORBIDDEN)))
                .build();
    }

    @Bean
    WhatCanBeDone whatCanBeDone() {
        return new WhatCanBeDone();
    }

    /** Paths that mean one thing to one part of the server and something else to another go no further. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests() {
        return (exchange, _) -> Refusals.answer(exchange, Refusals.MALFORMED);
    }

    /** A figure for each filter that a request passes, which nobody reads, would cost as much as the filters do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    private static AuthenticationWebFilter authentication(Credentials credentials, RateLimits limits) {
        var filter = new AuthenticationWebFilter(credentials::check);
        filter.setServerAuthenticationConverter(credentials::in);
        filter.setAuthenticationSuccessHandler(FrontDoor::goOn);
        filter.setAuthenticationFailureHandler(
                (attempt, failure) -> failure instanceof AuthenticationServiceException
                        ? Refusals.providerDown(attempt.getExchange())
                        : limits.afterFailure(attempt.getExchange(), true));
        return filter;
    }

    private static Mono<Void> goOn(WebFilterExchange request, Authentication authentication) {
        ServerWebExchange exchange = request.getExchange();
        if (authentication.getPrincipal() instanceof Identity identity) {
            exchange.getAttributes().put(Identity.class.getName(), identity);
        }
        return request.getChain().filter(exchange);
    }

    private static Mono<Boolean> isAllowed(Mono<Authentication> authentication, ServerWebExchange exchange) {
        if (AccessTable.isPublic(exchange.getRequest())) {
            return Mono.just(true);
        }
        return authentication
                .map(known -> AccessTable.allows(Identity.in(exchange.getAttributes()), exchange.getRequest()))
                .defaultIfEmpty(false);
    }

    private static CorsConfigurationSource corsFor(AccessProperties properties) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!properties.corsAllowedOrigins().isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(properties.corsAllowedOrigins());
            cors.setAllowedMethods(List.of("GET", "POST"));
            cors.setAllowedHeaders(List.of(
                    HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_MATCH,
                    HttpHeaders.IF_NONE_MATCH,
                    "Idempotency-Key", "Andon-Min-Position", "Andon-On-Behalf-Of", "Last-Event-ID", "traceparent"));
            cors.setExposedHeaders(List.of(
                    HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "Andon-Position",
                    "Andon-Correlation-Id", "RateLimit", "RateLimit-Policy"));
            cors.setMaxAge(PREFLIGHT_HOLDS);
            source.registerCorsConfiguration("/**", cors);
        }
        return source;
    }
}
