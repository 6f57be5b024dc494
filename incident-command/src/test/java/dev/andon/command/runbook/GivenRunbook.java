package dev.andon.command.runbook;

import static dev.andon.command.Given.EARLIER;

import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;

/** A runbook that was published before. */
final class GivenRunbook {

    static final RunbookId RUNBOOK = RunbookId.of(1);

    private GivenRunbook() {}

    static RunbookPublished version(int number, String... steps) {
        return new RunbookPublished(RUNBOOK, number, "Failover", "checkout", List.of(steps), EARLIER);
    }
}
