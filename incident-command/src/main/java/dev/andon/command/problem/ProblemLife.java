package dev.andon.command.problem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one problem is in its life.
 *
 * @param status null if it was never opened
 * @param fixedAt when it was fixed last
 */
record ProblemLife(ProblemId problemId, @Nullable ProblemStatus status, @Nullable Instant fixedAt) {

    static DecisionModel<ProblemLife> of(ProblemId problemId) {
        Tag problem = problemId.tag();
        return DecisionModel.startingWith(new ProblemLife(problemId, null, null))
                .on(problem, ProblemOpened.class, (life, _) -> life.with(ProblemStatus.OPEN))
                .on(problem, WorkaroundDocumented.class, (life, _) -> life.workedAround())
                .on(problem, ProblemFixed.class, (_, fixed) -> new ProblemLife(
                        problemId, ProblemStatus.FIXED, fixed.occurredAt()))
                .on(problem, ProblemFixVerified.class, (life, _) -> life.with(ProblemStatus.VERIFIED))
                .on(problem, ProblemRecurred.class, (life, _) -> life.with(ProblemStatus.RECURRED));
    }

    private ProblemLife with(ProblemStatus next) {
        return new ProblemLife(problemId, next, fixedAt);
    }

    /** A way to live with a recurrence does not make it less of one. */
    private ProblemLife workedAround() {
        return status == ProblemStatus.OPEN ? with(ProblemStatus.KNOWN_ERROR) : this;
    }

    /** The status of a problem that was opened; refuses any other as not found. */
    ProblemStatus requireOpened() {
        if (status == null) {
            throw new NotFound("problem", problemId);
        }
        return status;
    }

    /** A refusal for which the problem's status is the reason. */
    Refused refused(Refusal refusal) {
        ProblemStatus present = requireOpened();
        return new Refused(
                refusal,
                "%s is %s".formatted(problemId, present),
                Map.of("problemId", problemId, "status", present));
    }
}
