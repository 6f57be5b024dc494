package dev.andon.command.fivewhys;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.AssignFiveWhysOwner;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import java.util.List;

/** Somebody answers for the five whys until they are complete; the newest assignment holds. */
public final class AssigningAFiveWhysOwner implements Rule<AssignFiveWhysOwner, FiveWhysLife> {

    @Override
    public Class<AssignFiveWhysOwner> command() {
        return AssignFiveWhysOwner.class;
    }

    @Override
    public DecisionModel<FiveWhysLife> knowledgeFor(AssignFiveWhysOwner command) {
        return FiveWhysLife.of(command.incidentId());
    }

    @Override
    public List<Event> decide(AssignFiveWhysOwner command, FiveWhysLife fiveWhys, Circumstances circumstances) {
        fiveWhys.requireGoesOn();
        return List.of(new FiveWhysOwnerAssigned(
                command.incidentId(), command.owner(), command.dueAt(), circumstances.now()));
    }
}
