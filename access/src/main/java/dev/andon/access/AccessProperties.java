package dev.andon.access;

import dev.andon.kernel.AccessRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set under {@code andon.security}.
 *
 * @param required whether everybody must say who they are; so it is as well once an issuer is set
 * @param requestsPerMinute of one caller; 0 for as many as they like
 * @param requestsPerMinuteWhileOpen of one address that says nothing about who it is; 0 for as many as it likes
 * @param failuresPerMinute how often one address may fail to say who it is, before it is told to slow down
 * @param hosts names beside those of the loopback that an open server answers to: those of the gateway before it
 * @param corsAllowedOrigins whose pages may call from a browser; nobody's if empty
 */
@ConfigurationProperties("andon.security")
public record AccessProperties(
        @DefaultValue("false") boolean required,
        @DefaultValue Jwt jwt,
        @DefaultValue("6000") int requestsPerMinute,
        @DefaultValue("0") int requestsPerMinuteWhileOpen,
        @DefaultValue("60") int failuresPerMinute,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> corsAllowedOrigins) {

    /**
     * Tokens of people, as an identity provider issues them.
     *
     * @param issuer as the tokens name it, and where its configuration is found
     * @param audience what the tokens must be for
     * @param jwkSetUri where the issuer's keys are, if its configuration does not say
     * @param rolesClaim what names the roles; a dot leads into an object
     * @param roleNames what the provider calls roles, where it does not call them as we do
     * @param actorClaim what people are called by; the subject if a token has no such claim
     * @param clockSkew how far the provider's clock may be from ours
     */
    public record Jwt(
            @Nullable String issuer,
            @Nullable String audience,
            @Nullable String jwkSetUri,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue Map<String, AccessRole> roleNames,
            @DefaultValue("preferred_username") String actorClaim,
            @DefaultValue("60s") Duration clockSkew) {}

    /** Nobody has to say who they are. Only ever so on the loopback: see {@link OpenOnlyOnTheLoopback}. */
    boolean isOpen() {
        return !required && jwt.issuer() == null;
    }
}
