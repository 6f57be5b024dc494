package dev.andon.command.operations;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.OpenReadinessCheck;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ReadinessCheckOpened;
import java.util.List;

/** A readiness check is for a period that ends after it begins, and may be opened for one that has begun. */
public final class OpeningAReadinessCheck implements Rule<OpenReadinessCheck, Boolean> {

    @Override
    public Class<OpenReadinessCheck> command() {
        return OpenReadinessCheck.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(OpenReadinessCheck command) {
        return DecisionModel.whether(Tag.of(command.readinessCheckId()), ReadinessCheckOpened.class);
    }

    @Override
    public List<Event> decide(OpenReadinessCheck command, Boolean idTaken, Circumstances circumstances) {
        Period.requireInOrder(command.from(), command.to());
        if (idTaken) {
            throw new IdentifierTaken(command.readinessCheckId());
        }
        return List.of(new ReadinessCheckOpened(
                command.readinessCheckId(),
                command.title(),
                command.from(),
                command.to(),
                command.services(),
                command.items(),
                circumstances.now()));
    }
}
