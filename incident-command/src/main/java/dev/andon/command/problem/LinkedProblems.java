package dev.andon.command.problem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemRecurred;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The problems that one incident is linked to still. Without them, an incident that was linked to a fixed problem as a false
 * alarm could turn out to be none, and the problem would go on as fixed.
 */
public final class LinkedProblems {

    private final IncidentId incidentId;
    private final List<ProblemLife> problems;

    private LinkedProblems(IncidentId incidentId, List<ProblemLife> problems) {
        this.incidentId = incidentId;
        this.problems = problems;
    }

    public static Knowledge<LinkedProblems> of(IncidentId incidentId) {
        return DecisionModel.startingWith(Set.<ProblemId>of())
                .on(
                        incidentId.tag(), IncidentLinkedToProblem.class,
                        (problems, link) -> Stream.concat(problems.stream(), Stream.of(link.problemId()))
                                .collect(Collectors.toUnmodifiableSet()))
                .then(problems -> among(problems, incidentId));
    }

    private static Knowledge<LinkedProblems> among(Set<ProblemId> problems, IncidentId incidentId) {
        Knowledge<LinkedProblems> linked = DecisionModel.startingWith(new LinkedProblems(incidentId, List.of()));
        for (ProblemId problem : problems) {
            var stands = DecisionModel.whetherStands(
                    incidentId, Tag.of(problem, incidentId), IncidentLinkedToProblem.class);
            linked = linked.alongside(
                    ProblemLife.of(problem).alongside(stands, (life, still) -> still ? List.of(life) : List.of()),
                    LinkedProblems::and);
        }
        return linked;
    }

    private LinkedProblems and(List<ProblemLife> more) {
        return new LinkedProblems(incidentId, Stream.concat(problems.stream(), more.stream()).toList());
    }

    /** What is to be recorded when the incident turns out to be a failure that goes on. */
    public List<ProblemRecurred> recurrences(Instant occurredAt) {
        return problems.stream().flatMap(problem -> problem.recurrenceBy(incidentId, occurredAt).stream()).toList();
    }
}
