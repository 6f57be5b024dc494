package dev.andon.access;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.andon.kernel.AccessRole;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people whom the identity provider vouches for.
 *
 * <p>Only its private keys can have made a token: algorithms are listed, none of them symmetric, for a token signed with
 * the provider's public key as the secret would otherwise be good. Its keys are fetched when they are first needed, so a
 * provider that is down stops nobody else from coming in, and seldom, however many made-up key names are tried.
 */
final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final Set<SignatureAlgorithm> ASYMMETRIC = EnumSet.allOf(SignatureAlgorithm.class);
    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
    private static final int MAX_BYTES = 512 * 1024;
    private static final long KEYS_LIVE_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long FETCH_AT_MOST_EVERY_MILLIS = Duration.ofSeconds(30).toMillis();
    private static final long OUTAGE_MILLIS = Duration.ofHours(4).toMillis();
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration WARN_AT_MOST_EVERY = Duration.ofMinutes(1);
    private static final String SAFE_TO_FETCH_KEYS_FROM = "https://.+|http://(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?(/.*)?";
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

    private final AccessProperties.Jwt properties;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private @Nullable JwtDecoder decoder;
    private volatile boolean keysKnown;
    private Instant askAgainAt = Instant.MIN;
    private Instant warnAgainAt = Instant.MIN;

    private People(AccessProperties.Jwt properties, String issuer, String audience, Clock clock) {
        this.properties = properties;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** Nothing if no provider is configured. */
    static Optional<People> of(AccessProperties.Jwt properties, Clock clock) {
        String issuer = properties.issuer();
        if (issuer == null) {
            return Optional.empty();
        }
        if (!Objects.requireNonNullElse(properties.jwkSetUri(), issuer).matches(SAFE_TO_FETCH_KEYS_FROM)) {
            throw new UnsafeConfigurationException(
                    "The issuer's keys would be fetched over a connection that anybody in between can change.",
                    "Give andon.security.jwt.issuer (and jwk-set-uri) as https URLs; http is for the loopback only.");
        }
        String audience = properties.audience();
        if (audience == null || audience.isBlank()) {
            throw new UnsafeConfigurationException(
                    "andon.security.jwt.issuer is set, but not who its tokens must be for.",
                    "Set andon.security.jwt.audience, or every token that the issuer gives to any application opens "
                            + "this one.");
        }
        return Optional.of(new People(properties, issuer, audience, clock));
    }

    /**
     * Blocks while the provider's keys are fetched. Throws {@link BadJwtException} if the token is not good, anything else
     * if that cannot be told now.
     */
    Identity.Person personWith(String token) {
        Jwt jwt = decoded(token);
        String subject = jwt.getSubject();
        if (subject == null || !NAME.matcher(subject).matches()) {
            throw new BadJwtException("It is about nobody");
        }
        return new Identity.Person(subject, nameIn(jwt, subject), rolesIn(jwt));
    }

    private Jwt decoded(String token) {
        try {
            Jwt jwt = decoder().decode(token);
            keysKnown = true;
            return jwt;
        } catch (BadJwtException bad) {
            throw bad;
        } catch (RuntimeException failure) {
            if (keysKnown && isAskedForTooOften(failure)) {
                throw new BadJwtException("It names a key that the provider did not have moments ago", failure);
            }
            warn(failure);
            throw failure;
        }
    }

    /** Not for every request that somebody cares to send. */
    private synchronized void warn(RuntimeException failure) {
        if (!clock.instant().isBefore(warnAgainAt)) {
            warnAgainAt = clock.instant().plus(WARN_AT_MOST_EVERY);
            LOG.warn("Nobody can come in with a token: {}", failure.getMessage());
        }
    }

    private static boolean isAskedForTooOften(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(RateLimitReachedException.class::isInstance);
    }

    /** One who cannot be reached is not asked again for every request that somebody cares to send. */
    private synchronized JwtDecoder decoder() {
        if (decoder == null) {
            if (clock.instant().isBefore(askAgainAt)) {
                throw new IllegalStateException("The identity provider could not be asked for its keys just now");
            }
            askAgainAt = clock.instant().plus(PAUSE);
            decoder = newDecoder();
        }
        return decoder;
    }

    private JwtDecoder newDecoder() {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(jwkSetUri(retriever).toURL(), retriever)
                    .cache(KEYS_LIVE_MILLIS, TIMEOUT_MILLIS * 2L)
                    .rateLimited(FETCH_AT_MOST_EVERY_MILLIS)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
            NimbusJwtDecoder nimbus = NimbusJwtDecoder.withJwkSource(keys)
                    .jwsAlgorithms(algorithms -> algorithms.addAll(ASYMMETRIC))
                    .build();
            var timestamps = new JwtTimestampValidator(properties.clockSkew());
            timestamps.setAllowEmptyExpiryClaim(false);
            nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    List.of(timestamps, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience))));
            return nimbus;
        } catch (IOException unreachable) {
            throw new IllegalStateException(
                    "The identity provider cannot be asked for its keys: " + unreachable.getMessage(), unreachable);
        }
    }

    private URI jwkSetUri(DefaultResourceRetriever retriever) throws IOException {
        if (properties.jwkSetUri() != null) {
            return URI.create(properties.jwkSetUri());
        }
        String configuration = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        String found = retriever.retrieveResource(URI.create(configuration).toURL()).getContent();
        JsonNode provider = JsonMapper.shared().readTree(found);
        String keys = provider.required("jwks_uri").stringValue();
        if (!issuer.equals(provider.required("issuer").stringValue()) || !keys.matches(SAFE_TO_FETCH_KEYS_FROM)) {
            throw new IllegalStateException(
                    "%s speaks for the issuer %s, with keys at %s; it must speak for %s, with keys at an https URL"
                            .formatted(
                                    configuration, provider.required("issuer"), keys, issuer));
        }
        return URI.create(keys);
    }

    private String nameIn(Jwt jwt, String subject) {
        return jwt.getClaims().get(properties.actorClaim()) instanceof String name
                && !name.isBlank()
                && NAME.matcher(name).matches() ? name.strip() : subject;
    }

    private Set<AccessRole> rolesIn(Jwt jwt) {
        var roles = EnumSet.noneOf(AccessRole.class);
        namesIn(claim(jwt.getClaims())).flatMap(this::roleNamed).forEach(roles::add);
        return roles;
    }

    private @Nullable Object claim(Map<String, Object> claims) {
        Object found = claims.get(properties.rolesClaim());
        if (found != null) {
            // A claim's name may be a URL, dots and all.
            return found;
        }
        found = claims;
        for (String step : properties.rolesClaim().split("\\.")) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }

    private static Stream<String> namesIn(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> names -> names.stream().filter(String.class::isInstance).map(String.class::cast);
            case String names -> Arrays.stream(names.split(" "));
            case null, default -> Stream.empty();
        };
    }

    /** A role that is not known here is another application's. */
    private Stream<AccessRole> roleNamed(String name) {
        AccessRole mapped = properties.roleNames().get(name);
        return mapped != null
                ? Stream.of(mapped)
                : Stream.of(AccessRole.values()).filter(role -> role.name().equals(name));
    }
}
