package dev.andon.command.runbook;

import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.runbook.GivenRunbook.RUNBOOK;
import static dev.andon.command.runbook.GivenRunbook.version;

import dev.andon.command.RuleFixture;
import dev.andon.kernel.command.PublishRunbook;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingARunbookTest {

    private static final PublishRunbook COMMAND = new PublishRunbook(RUNBOOK, "Failover", "checkout",
            List.of("Switch"));

    private final RuleFixture rule = RuleFixture.of(new PublishingARunbook());

    @Test
    void aRunbookIsPublishedInItsFirstVersion() {
        rule.given()
                .when(COMMAND)
                .records(new RunbookPublished(RUNBOOK, 1, "Failover", "checkout", List.of("Switch"), NOW));
    }

    @Test
    void anIdThatSomebodyElseGotFirstIsTaken() {
        rule.given(version(1, "Stop")).when(COMMAND).needsAnotherIdThan(RUNBOOK);
    }
}
