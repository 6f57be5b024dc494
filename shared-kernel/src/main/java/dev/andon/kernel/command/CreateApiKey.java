package dev.andon.kernel.command;

import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.Name;
import dev.andon.kernel.SecretDigest;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a bot in. Its secret is drawn by Andon, never chosen by the caller. */
public record CreateApiKey(
        ApiKeyId apiKeyId,
        SecretDigest secret,
        @Name String name,
        @Size(min = 1, max = 6) List<AccessRole> roles,
        @Nullable Instant expiresAt) implements Command {

    public CreateApiKey {
        roles = List.copyOf(roles);
    }
}
