package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemOpened;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem may be opened before, during or long after its incidents. Those that it is known to have caused are linked in the
 * same breath: who sees that two incidents are alike has one thing to say, and not three.
 */
public final class OpeningAProblem implements Rule<OpenProblem, OpeningAProblem.Known> {

    /** What the decision depends on. */
    public record Known(boolean idTaken, List<IncidentLife> incidents) {}

    @Override
    public Class<OpenProblem> command() {
        return OpenProblem.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(OpenProblem command) {
        return DecisionModel.whether(Tag.of(command.problemId()), ProblemOpened.class)
                .and(
                        DecisionModel.ofEach(command.incidentIds().stream()
                                .distinct()
                                .map(IncidentLife::of)
                                .toList()),
                        Known::new);
    }

    @Override
    public List<Event> decide(OpenProblem command, Known known, Circumstances circumstances) {
        if (known.idTaken()) {
            throw new IdentifierTaken(command.problemId());
        }
        var events = new ArrayList<Event>();
        events.add(new ProblemOpened(
                command.problemId(),
                command.title(),
                command.services(),
                command.rootCauseCategory(),
                circumstances.now()));
        for (IncidentLife incident : known.incidents()) {
            LinkingAnIncidentToAProblem.requireThatItCanBeLinked(command.problemId(), incident);
            events.add(new IncidentLinkedToProblem(command.problemId(), incident.incidentId(), circumstances.now()));
        }
        return List.copyOf(events);
    }
}
