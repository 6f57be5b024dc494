package dev.andon.command.service;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ServiceRegistered;
import java.util.List;

/** A service may be registered again at any time: the latest registration of a name holds, so nothing has to be known. */
public final class RegisteringAService implements Rule<RegisterService, DecisionModel.Nothing> {

    @Override
    public Class<RegisterService> command() {
        return RegisterService.class;
    }

    @Override
    public DecisionModel<DecisionModel.Nothing> knowledgeFor(RegisterService command) {
        return DecisionModel.nothing();
    }

    @Override
    public List<Event> decide(RegisterService command, DecisionModel.Nothing known, Circumstances circumstances) {
        return List.of(new ServiceRegistered(
                command.name(), command.owner(), command.availabilityObjective(), circumstances.now()));
    }
}
