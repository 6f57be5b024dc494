package dev.andon.command.apikey;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.CreateApiKey;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.Event;
import java.util.List;

/** A key may be created at any time, but not one that has expired already. */
public final class CreatingAnApiKey implements Rule<CreateApiKey, Boolean> {

    @Override
    public Class<CreateApiKey> command() {
        return CreateApiKey.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(CreateApiKey command) {
        return DecisionModel.whether(Tag.of(command.apiKeyId()), ApiKeyCreated.class);
    }

    @Override
    public List<Event> decide(CreateApiKey command, Boolean idTaken, Circumstances circumstances) {
        if (command.expiresAt() != null && !command.expiresAt().isAfter(circumstances.now())) {
            throw Invalid.field("/expiresAt", "must lie in the future");
        }
        if (idTaken) {
            throw new IdentifierTaken(command.apiKeyId());
        }
        return List.of(new ApiKeyCreated(
                command.apiKeyId(),
                command.name(),
                command.roles().stream().distinct().sorted().toList(),
                command.secret(),
                command.expiresAt(),
                circumstances.now()));
    }
}
