package dev.andon.command.runbook;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.PublishRunbook;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;

/** A runbook may be published for a service that nobody registered: it may have been there before Andon. */
public final class PublishingARunbook implements Rule<PublishRunbook, Runbook> {

    private static final int FIRST = 1;

    @Override
    public Class<PublishRunbook> command() {
        return PublishRunbook.class;
    }

    @Override
    public DecisionModel<Runbook> knowledgeFor(PublishRunbook command) {
        return Runbook.of(command.runbookId());
    }

    @Override
    public List<Event> decide(PublishRunbook command, Runbook runbook, Circumstances circumstances) {
        if (runbook.isPublished()) {
            throw new IdentifierTaken(command.runbookId());
        }
        return List.of(new RunbookPublished(
                command.runbookId(),
                FIRST,
                command.name(),
                command.service(),
                command.steps(),
                circumstances.now()));
    }
}
