package dev.andon.query.apikeys;

import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyEvent;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each API key. For people to look at: whom a key lets in is not decided by it. */
public final class ApiKeysProjection implements Projection<ApiKey> {

    @Override
    public String name() {
        return "api-keys";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ApiKey> documentType() {
        return ApiKey.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof ApiKeyEvent event
                ? Set.of(DocumentKey.single(event.apiKeyId().value()))
                : Set.of();
    }

    @Override
    public ApiKey apply(@Nullable ApiKey document, DocumentKey key, Recorded recorded) {
        return switch ((ApiKeyEvent) recorded.event()) {
            case ApiKeyCreated created -> ApiKey.of(created, recorded.actor());
            case ApiKeyRevoked revoked ->
                Objects.requireNonNull(document, "a key is created before it is revoked")
                        .revoked(revoked, recorded.actor());
        };
    }
}
