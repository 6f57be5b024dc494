package dev.andon.query.apikeys;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.Actor;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as an ADMIN sees it. A revoked one stays: what it once did is in the log, under its name. */
public record ApiKey(
        ApiKeyId apiKeyId,
        String name,
        List<AccessRole> roles,
        String lastCharacters,
        Instant createdAt,
        Actor createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Actor revokedBy,
        @Nullable String revocationReason) {

    public ApiKey {
        roles = List.copyOf(roles);
    }

    static ApiKey of(ApiKeyCreated event, Actor actor) {
        return new ApiKey(
                event.apiKeyId(), event.name(), event.roles(), event.secret().lastCharacters(), event.occurredAt(),
                actor, event.expiresAt(), null, null, null);
    }

    ApiKey revoked(ApiKeyRevoked event, Actor actor) {
        return new ApiKey(
                apiKeyId, name, roles, lastCharacters, createdAt, createdBy, expiresAt, event.occurredAt(), actor,
                event.reason());
    }
}
