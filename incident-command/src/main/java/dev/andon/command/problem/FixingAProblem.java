package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ProblemFixed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A problem is fixed once, and once more after each time it recurred. The change that fixes it, if it names one, is registered. */
public final class FixingAProblem implements Rule<FixProblem, FixingAProblem.Known> {

    /** What the decision depends on. */
    public record Known(ProblemLife problem, boolean changeRegistered) {}

    @Override
    public Class<FixProblem> command() {
        return FixProblem.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(FixProblem command) {
        return ProblemLife.of(command.problemId()).alongside(registered(command.changeId()), Known::new);
    }

    private static DecisionModel<Boolean> registered(@Nullable ChangeId changeId) {
        return changeId == null
                ? DecisionModel.startingWith(true)
                : DecisionModel.whether(Tag.of(changeId), ChangeRegistered.class);
    }

    @Override
    public List<Event> decide(FixProblem command, Known known, Circumstances circumstances) {
        switch (known.problem().requireOpened()) {
            case OPEN, KNOWN_ERROR, RECURRED -> {
            }
            case FIXED, VERIFIED -> throw known.problem().refused(Refusal.PROBLEM_ALREADY_FIXED);
        }
        if (!known.changeRegistered()) {
            ChangeId changeId = Objects.requireNonNull(command.changeId());
            throw new Refused(
                    Refusal.FIX_BY_UNKNOWN_CHANGE,
                    "There is no change %s".formatted(changeId),
                    Map.of("problemId", command.problemId(), "changeId", changeId));
        }
        return List.of(new ProblemFixed(
                command.problemId(),
                command.description(),
                command.changeId(),
                circumstances.orNow(command.occurredAt())));
    }
}
