package dev.andon.kernel.command;

import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.Prose;
import org.jspecify.annotations.Nullable;

/** Keeps whoever has the key out, from now on. */
public record RevokeApiKey(ApiKeyId apiKeyId, @Prose @Nullable String reason) implements Command {}
