package dev.andon.kernel.event;

import dev.andon.kernel.ApiKeyId;

/** An event in the life of an API key. */
public sealed interface ApiKeyEvent extends Event
        permits ApiKeyCreated, ApiKeyRevoked {

    ApiKeyId apiKeyId();
}
