package dev.andon.command.apikey;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.AccessRole;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.command.RevokeApiKey;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevokingAnApiKeyTest {

    private static final ApiKeyId ID = new ApiKeyId("KEY-5T8N");
    private static final ApiKeyCreated EXPIRED = new ApiKeyCreated(
            ID, "slack-bot", List.of(AccessRole.ADMIN), SecretDigest.of("secret"), EARLIER, EARLIER);

    private final RuleFixture rule = RuleFixture.of(new RevokingAnApiKey());

    @Test
    void aKeyIsRevokedAlsoWhenItHasExpired() {
        rule.given(EXPIRED).when(new RevokeApiKey(ID, "leaked")).records(new ApiKeyRevoked(ID, "leaked", NOW));
    }

    @Test
    void aKeyIsRevokedOnce() {
        rule.given(EXPIRED, new ApiKeyRevoked(ID, null, EARLIER))
                .when(new RevokeApiKey(ID, null))
                .isRefused(Refusal.API_KEY_REVOKED, Map.of("apiKeyId", ID));
    }

    @Test
    void aKeyThatIsNotThereIsNotFound() {
        rule.given().when(new RevokeApiKey(ID, null)).isNotFound("There is no API key KEY-5T8N");
    }
}
