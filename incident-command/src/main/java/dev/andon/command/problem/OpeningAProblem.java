package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ProblemOpened;
import java.util.List;

/** A problem may be opened before, during or long after its incidents. */
public final class OpeningAProblem implements Rule<OpenProblem, Boolean> {

    @Override
    public Class<OpenProblem> command() {
        return OpenProblem.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(OpenProblem command) {
        return DecisionModel.whether(Tag.of(command.problemId()), ProblemOpened.class);
    }

    @Override
    public List<Event> decide(OpenProblem command, Boolean idTaken, Circumstances circumstances) {
        if (idTaken) {
            throw new IdentifierTaken(command.problemId());
        }
        return List.of(new ProblemOpened(
                command.problemId(),
                command.title(),
                command.services(),
                command.rootCauseCategory(),
                circumstances.now()));
    }
}
