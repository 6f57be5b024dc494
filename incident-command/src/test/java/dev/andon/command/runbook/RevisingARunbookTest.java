package dev.andon.command.runbook;

import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.runbook.GivenRunbook.RUNBOOK;
import static dev.andon.command.runbook.GivenRunbook.version;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.command.ReviseRunbook;
import dev.andon.kernel.event.RunbookPublished;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisingARunbookTest {

    private static final ReviseRunbook COMMAND = new ReviseRunbook(RUNBOOK, List.of("Stop", "Switch"));

    private final RuleFixture rule = RuleFixture.of(new RevisingARunbook());

    @Test
    void anotherVersionFollowsTheLatest() {
        rule.given(version(1, "Switch"), version(2, "Stop"))
                .when(COMMAND)
                .records(new RunbookPublished(RUNBOOK, 3, "Failover", "checkout", List.of("Stop", "Switch"), NOW));
    }

    @Test
    void whatItSaysAlreadyIsNoOtherVersion() {
        rule.given(version(1, "Stop", "Switch"))
                .when(COMMAND)
                .isRefused(Refusal.RUNBOOK_UNCHANGED, Map.of("runbookId", RUNBOOK, "version", 1));
    }

    @Test
    void aRunbookThatWasNeverPublishedIsNotFound() {
        rule.given().when(COMMAND).isNotFound("There is no runbook RBK-1");
    }
}
