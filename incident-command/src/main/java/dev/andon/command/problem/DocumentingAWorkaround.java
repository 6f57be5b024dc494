package dev.andon.command.problem;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.DocumentWorkaround;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.util.List;

/** A problem that is not fixed may get a workaround, and a better one. */
public final class DocumentingAWorkaround implements Rule<DocumentWorkaround, ProblemLife> {

    @Override
    public Class<DocumentWorkaround> command() {
        return DocumentWorkaround.class;
    }

    @Override
    public Knowledge<ProblemLife> knowledgeFor(DocumentWorkaround command) {
        return ProblemLife.of(command.problemId());
    }

    @Override
    public List<Event> decide(DocumentWorkaround command, ProblemLife problem, Circumstances circumstances) {
        switch (problem.requireOpened()) {
            case OPEN, KNOWN_ERROR, RECURRED -> {
            }
            case FIXED, VERIFIED -> throw problem.refused(Refusal.PROBLEM_ALREADY_FIXED);
        }
        return List.of(new WorkaroundDocumented(command.problemId(), command.workaround(), circumstances.now()));
    }
}
