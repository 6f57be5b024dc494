package dev.andon.kernel.event;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bot may come in, and do what these roles may. */
public record ApiKeyCreated(
        ApiKeyId apiKeyId,
        String name,
        List<AccessRole> roles,
        SecretDigest secret,
        @Nullable Instant expiresAt,
        Instant occurredAt) implements ApiKeyEvent {

    public ApiKeyCreated {
        roles = List.copyOf(roles);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(apiKeyId);
    }
}
