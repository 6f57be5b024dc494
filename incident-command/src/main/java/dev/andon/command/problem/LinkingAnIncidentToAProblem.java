package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemOpened;
import java.util.List;
import java.util.Map;

/** A problem causes an incident once, however often it is said; the incident may long be over when that is understood. */
public final class LinkingAnIncidentToAProblem
        implements
            Rule<LinkIncidentToProblem, LinkingAnIncidentToAProblem.Known> {

    /** What the decision depends on. */
    public record Known(boolean problemOpened, boolean incidentDeclared, boolean linked) {}

    @Override
    public Class<LinkIncidentToProblem> command() {
        return LinkIncidentToProblem.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(LinkIncidentToProblem command) {
        return DecisionModel.whether(Tag.of(command.problemId()), ProblemOpened.class)
                .and(
                        DecisionModel.whether(Tag.of(command.incidentId()), IncidentDeclared.class),
                        DecisionModel.whether(
                                Tag.of(command.problemId(), command.incidentId()), IncidentLinkedToProblem.class),
                        Known::new);
    }

    @Override
    public List<Event> decide(LinkIncidentToProblem command, Known known, Circumstances circumstances) {
        if (!known.problemOpened()) {
            throw new NotFound("problem", command.problemId());
        }
        if (!known.incidentDeclared()) {
            throw new Refused(
                    Refusal.INCIDENT_NOT_DECLARED,
                    "There is no incident %s".formatted(command.incidentId()),
                    Map.of("problemId", command.problemId(), "incidentId", command.incidentId()));
        }
        if (known.linked()) {
            throw new Refused(
                    Refusal.INCIDENT_ALREADY_LINKED,
                    "%s is linked to %s already".formatted(command.incidentId(), command.problemId()),
                    Map.of("problemId", command.problemId(), "incidentId", command.incidentId()));
        }
        return List.of(new IncidentLinkedToProblem(command.problemId(), command.incidentId(), circumstances.now()));
    }
}
