package dev.andon.access;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/** Puts the front door where every request comes in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class FrontDoorConfiguration {

    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    @Bean
    FrontDoor frontDoor(AccessProperties properties, ApiKeys keys) {
        var credentials = new Credentials(
                keys, People.of(properties.jwt(), Clock.systemUTC()), properties.isOpen());
        return new FrontDoor(
                properties.isOpen() ? new OpenServerGuard(properties) : null,
                new ForeignPages(corsFor(properties)),
                new Admission(credentials, new RateLimits(properties, TimeMeter.SYSTEM_NANOTIME)));
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
