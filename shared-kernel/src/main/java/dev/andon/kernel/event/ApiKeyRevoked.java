package dev.andon.kernel.event;

import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key opens nothing any more, for good. */
public record ApiKeyRevoked(ApiKeyId apiKeyId, @Nullable String reason, Instant occurredAt) implements ApiKeyEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(apiKeyId);
    }
}
