package dev.andon.command.apikey;

import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.CreateApiKey;
import dev.andon.kernel.event.ApiKeyCreated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreatingAnApiKeyTest {

    private static final ApiKeyId ID = new ApiKeyId("KEY-5T8N");
    private static final SecretDigest SECRET = SecretDigest.of("secret");

    private final RuleFixture rule = RuleFixture.of(new CreatingAnApiKey());

    @Test
    void aKeyIsCreatedWithEachOfItsRolesOnce() {
        rule.given()
                .when(create(null, AccessRole.RESPONDER, AccessRole.REPORTER, AccessRole.RESPONDER))
                .records(created(null, AccessRole.REPORTER, AccessRole.RESPONDER));
    }

    @Test
    void aKeyMayExpireLater() {
        rule.given()
                .when(create(NOW.plusNanos(1), AccessRole.ADMIN))
                .records(created(NOW.plusNanos(1), AccessRole.ADMIN));
    }

    @Test
    void aKeyThatHasExpiredAlreadyIsNotCreated() {
        rule.given().when(create(NOW, AccessRole.ADMIN)).isInvalidAt("/expiresAt");
    }

    @Test
    void anotherKeyHasAnotherIdentifier() {
        rule.given(created(null, AccessRole.ADMIN)).when(create(null, AccessRole.REPORTER)).needsAnotherIdThan(ID);
    }

    private static CreateApiKey create(@Nullable Instant expiresAt, AccessRole... roles) {
        return new CreateApiKey(ID, SECRET, "slack-bot", List.of(roles), expiresAt);
    }

    private static ApiKeyCreated created(@Nullable Instant expiresAt, AccessRole... roles) {
        return new ApiKeyCreated(ID, "slack-bot", List.of(roles), SECRET, expiresAt, NOW);
    }
}
