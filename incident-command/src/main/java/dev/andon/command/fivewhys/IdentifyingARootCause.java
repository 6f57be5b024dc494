package dev.andon.command.fivewhys;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.command.IdentifyRootCause;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RootCauseIdentified;
import java.util.List;
import java.util.Set;

/** A root cause may be named at any depth, also before any why was answered; the answer it names is there. */
public final class IdentifyingARootCause implements Rule<IdentifyRootCause, IdentifyingARootCause.Known> {

    /** What the decision depends on. */
    public record Known(FiveWhysLife fiveWhys, Set<AnswerId> answers) {}

    @Override
    public Class<IdentifyRootCause> command() {
        return IdentifyRootCause.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(IdentifyRootCause command) {
        return FiveWhysLife.of(command.incidentId())
                .and(KnownAnswers.of(command.incidentId(), command.under()), Known::new);
    }

    @Override
    public List<Event> decide(IdentifyRootCause command, Known known, Circumstances circumstances) {
        known.fiveWhys().requireGoesOn();
        KnownAnswers.requireAnswer(command.incidentId(), command.under(), known.answers());
        return List.of(new RootCauseIdentified(
                command.incidentId(), command.statement(), command.category(), command.under(), circumstances.now()));
    }
}
