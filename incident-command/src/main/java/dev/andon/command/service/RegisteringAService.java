package dev.andon.command.service;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ServiceRegistered;
import java.time.Duration;
import java.util.List;

/** A service may be registered again at any time: the latest registration of a name holds, so nothing has to be known. */
public final class RegisteringAService implements Rule<RegisterService, DecisionModel.Nothing> {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

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
        if (command.availabilityPeriod() != null && command.availabilityObjective() == null) {
            throw Invalid.field("/availabilityPeriod", "belongs to an availabilityObjective; leave it out without one");
        }
        if (command.checkInInterval() != null && command.checkInInterval().compareTo(SHORTEST_INTERVAL) < 0) {
            throw Invalid.field("/checkInInterval", "must be at least " + SHORTEST_INTERVAL);
        }
        return List.of(new ServiceRegistered(
                command.name(),
                command.owner(),
                command.availabilityObjective(),
                command.availabilityPeriod(),
                command.checkInInterval(),
                circumstances.now()));
    }
}
