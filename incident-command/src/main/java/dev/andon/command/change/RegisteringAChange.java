package dev.andon.command.change;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.RegisterChange;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.Event;
import java.util.List;

/** A change is registered once; one without a rollback plan is allowed, and flagged by whoever reads it. */
public final class RegisteringAChange implements Rule<RegisterChange, Boolean> {

    @Override
    public Class<RegisterChange> command() {
        return RegisterChange.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(RegisterChange command) {
        return DecisionModel.whether(Tag.of(command.changeId()), ChangeRegistered.class);
    }

    @Override
    public List<Event> decide(RegisterChange command, Boolean idTaken, Circumstances circumstances) {
        if (idTaken) {
            throw new IdentifierTaken(command.changeId());
        }
        return List.of(new ChangeRegistered(
                command.changeId(),
                command.service(),
                command.version(),
                command.description(),
                command.rollbackPlan(),
                command.deployedAt()));
    }
}
