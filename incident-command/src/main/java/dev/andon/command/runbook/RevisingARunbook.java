package dev.andon.command.runbook;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.ReviseRunbook;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;
import java.util.Map;

/** A runbook is revised by other steps than its latest version has; the versions count up. */
public final class RevisingARunbook implements Rule<ReviseRunbook, Runbook> {

    @Override
    public Class<ReviseRunbook> command() {
        return ReviseRunbook.class;
    }

    @Override
    public DecisionModel<Runbook> knowledgeFor(ReviseRunbook command) {
        return Runbook.of(command.runbookId());
    }

    @Override
    public List<Event> decide(ReviseRunbook command, Runbook runbook, Circumstances circumstances) {
        if (!runbook.isPublished()) {
            throw new NotFound("runbook", command.runbookId());
        }
        RunbookPublished latest = runbook.latest();
        if (latest.steps().equals(command.steps())) {
            throw new Refused(
                    Refusal.RUNBOOK_UNCHANGED,
                    "%s has these steps in version %d".formatted(command.runbookId(), latest.version()),
                    Map.of("runbookId", command.runbookId(), "version", latest.version()));
        }
        return List.of(new RunbookPublished(
                command.runbookId(),
                latest.version() + 1,
                latest.name(),
                latest.service(),
                command.steps(),
                circumstances.now()));
    }
}
