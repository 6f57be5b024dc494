package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemRecurred;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A problem causes an incident once, however often it is said, until somebody takes it back; the incident may long be over when that is understood. If
 * the problem was thought to be fixed, it recurred, and that is recorded at once: between two commits, somebody could read
 * that a fixed problem has a new incident and nobody noticed. A drill or a false alarm shows nothing of the kind.
 */
public final class LinkingAnIncidentToAProblem
        implements
            Rule<LinkIncidentToProblem, LinkingAnIncidentToAProblem.Known> {

    /** What the decision depends on. */
    public record Known(ProblemLife problem, IncidentLife incident, boolean linked) {}

    private record Linked(IncidentLife incident, boolean already) {}

    @Override
    public Class<LinkIncidentToProblem> command() {
        return LinkIncidentToProblem.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(LinkIncidentToProblem command) {
        var linked = DecisionModel.whetherStands(
                command.incidentId(), Tag.of(command.problemId(), command.incidentId()),
                IncidentLinkedToProblem.class);
        return ProblemLife.of(command.problemId())
                .alongside(
                        IncidentLife.of(command.incidentId()).alongside(linked, Linked::new),
                        (problem, incident) -> new Known(problem, incident.incident(), incident.already()));
    }

    @Override
    public List<Event> decide(LinkIncidentToProblem command, Known known, Circumstances circumstances) {
        ProblemStatus status = known.problem().requireOpened();
        requireThatItCanBeLinked(command.problemId(), known.incident());
        if (known.linked()) {
            throw new Refused(
                    Refusal.INCIDENT_ALREADY_LINKED,
                    "%s is linked to %s already".formatted(command.incidentId(), command.problemId()),
                    Map.of("problemId", command.problemId(), "incidentId", command.incidentId()));
        }
        var linked = new IncidentLinkedToProblem(command.problemId(), command.incidentId(), circumstances.now());
        return switch (status) {
            case OPEN, KNOWN_ERROR, RECURRED -> List.of(linked);
            case FIXED, VERIFIED -> known.incident().isFailure()
                    ? List.of(linked, recurred(linked, status, known.problem()))
                    : List.of(linked);
        };
    }

    static void requireThatItCanBeLinked(ProblemId problem, IncidentLife incident) {
        if (!incident.isDeclared()) {
            throw new Refused(
                    Refusal.INCIDENT_NOT_DECLARED,
                    "There is no incident %s".formatted(incident.incidentId()),
                    Map.of("problemId", problem, "incidentId", incident.incidentId()));
        }
        incident.requireOpenTo(Act.LEARN);
    }

    private static ProblemRecurred recurred(IncidentLinkedToProblem linked, ProblemStatus was, ProblemLife problem) {
        return new ProblemRecurred(
                linked.problemId(),
                linked.incidentId(),
                was,
                Objects.requireNonNull(problem.fixedAt()),
                linked.occurredAt());
    }
}
