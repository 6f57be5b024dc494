package dev.andon.access;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.server.WebFilter;

/**
 * The way every request takes: from where, who, how often, may they. Nothing of it is kept from one request to the next, so
 * there is no cookie that a page from elsewhere could make a browser send.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class FrontDoor {

    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    @Bean
    SecurityWebFilterChain frontDoor(AccessProperties properties, ApiKeys keys) {
        var credentials = new Credentials(
                keys, People.of(properties.jwt(), Clock.systemUTC()), properties.isOpen());
        var filters = new ArrayList<WebFilter>();
        filters.add(new HttpHeaderWriterWebFilter(new SecurityHeaders()));
        if (properties.isOpen()) {
            filters.add(new OpenServerGuard(properties));
        }
        filters.add(new ForeignPages(corsFor(properties)));
        filters.add(new AccessFilter(credentials, new RateLimits(properties, TimeMeter.SYSTEM_NANOTIME)));
        return new MatcherSecurityWebFilterChain(ServerWebExchangeMatchers.anyExchange(), filters);
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
