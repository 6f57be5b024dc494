package dev.andon.access;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while this process may not have heard that a key was revoked. */
final class ApiKeysHealth implements HealthIndicator {

    private final ApiKeys keys;

    ApiKeysHealth(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        return (keys.isUpToDate() ? Health.up() : Health.down()).build();
    }
}
