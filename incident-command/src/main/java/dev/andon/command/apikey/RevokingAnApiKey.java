package dev.andon.command.apikey;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.RevokeApiKey;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;

/** A key is revoked once, also one that has expired: whoever cleans up should not have to look first. */
public final class RevokingAnApiKey implements Rule<RevokeApiKey, RevokingAnApiKey.Key> {

    /** What has become of a key. */
    enum Key {
        UNKNOWN, CREATED, REVOKED
    }

    @Override
    public Class<RevokeApiKey> command() {
        return RevokeApiKey.class;
    }

    @Override
    public DecisionModel<Key> knowledgeFor(RevokeApiKey command) {
        return DecisionModel.startingWith(Key.UNKNOWN)
                .on(Tag.of(command.apiKeyId()), ApiKeyCreated.class, (_, _) -> Key.CREATED)
                .on(Tag.of(command.apiKeyId()), ApiKeyRevoked.class, (_, _) -> Key.REVOKED);
    }

    @Override
    public List<Event> decide(RevokeApiKey command, Key key, Circumstances circumstances) {
        return switch (key) {
            case UNKNOWN -> throw new NotFound("API key", command.apiKeyId());
            case REVOKED -> throw new Refused(
                    Refusal.API_KEY_REVOKED,
                    "%s is revoked already".formatted(command.apiKeyId()),
                    Map.of("apiKeyId", command.apiKeyId()));
            case CREATED ->
                List.of(new ApiKeyRevoked(command.apiKeyId(), command.reason(), circumstances.now()));
        };
    }
}
