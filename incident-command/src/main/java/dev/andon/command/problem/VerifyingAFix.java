package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ProblemFixVerified;
import java.util.List;

/** Only a fix that was made, and was not refuted by another incident, can be verified. */
public final class VerifyingAFix implements Rule<VerifyFix, ProblemLife> {

    @Override
    public Class<VerifyFix> command() {
        return VerifyFix.class;
    }

    @Override
    public Knowledge<ProblemLife> knowledgeFor(VerifyFix command) {
        return ProblemLife.of(command.problemId());
    }

    @Override
    public List<Event> decide(VerifyFix command, ProblemLife problem, Circumstances circumstances) {
        switch (problem.requireOpened()) {
            case FIXED -> {
            }
            case OPEN, KNOWN_ERROR, RECURRED -> throw problem.refused(Refusal.PROBLEM_NOT_FIXED);
            case VERIFIED -> throw problem.refused(Refusal.FIX_ALREADY_VERIFIED);
        }
        return List.of(new ProblemFixVerified(command.problemId(), command.evidence(), circumstances.now()));
    }
}
