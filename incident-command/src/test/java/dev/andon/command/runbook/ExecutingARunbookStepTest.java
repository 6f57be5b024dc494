package dev.andon.command.runbook;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.RuleFixture.NOW;
import static dev.andon.command.runbook.GivenRunbook.RUNBOOK;
import static dev.andon.command.runbook.GivenRunbook.version;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.command.ExecuteRunbookStep;
import dev.andon.kernel.event.RunbookStepExecuted;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecutingARunbookStepTest {

    private final RuleFixture rule = RuleFixture.of(new ExecutingARunbookStep());

    @Test
    void aStepOfTheLatestVersionIsExecutedAndSaysWhatItWas() {
        rule.given(declared(), version(1, "Switch"), version(2, "Stop", "Switch"))
                .when(execute(null, 2))
                .records(new RunbookStepExecuted(INCIDENT, RUNBOOK, 2, 2, "Failover", "Switch", "it hung", NOW));
    }

    @Test
    void whoBeganWithAnOlderVersionGoesOnWithIt() {
        rule.given(declared(), version(1, "Switch"), version(2, "Stop", "Switch"))
                .when(execute(1, 1))
                .records(new RunbookStepExecuted(INCIDENT, RUNBOOK, 1, 1, "Failover", "Switch", "it hung", NOW));
    }

    @Test
    void aStepMayBeRepeated() {
        rule.given(
                declared(), version(1, "Switch"),
                new RunbookStepExecuted(INCIDENT, RUNBOOK, 1, 1, "Failover", "Switch", null, EARLIER))
                .when(execute(1, 1))
                .records(new RunbookStepExecuted(INCIDENT, RUNBOOK, 1, 1, "Failover", "Switch", "it hung", NOW));
    }

    @Test
    void aStepThatItsVersionDoesNotHaveIsRefused() {
        rule.given(declared(), version(1, "Switch"), version(2, "Stop", "Switch"))
                .when(execute(1, 2))
                .isRefused(
                        Refusal.RUNBOOK_STEP_MISSING,
                        Map.of("incidentId", INCIDENT, "runbookId", RUNBOOK, "version", 1, "steps", 1));
    }

    @Test
    void aVersionThatIsNotThereIsRefusedAndTheLatestNamed() {
        rule.given(declared(), version(1, "Switch"))
                .when(execute(3, 1))
                .isRefused(
                        Refusal.RUNBOOK_VERSION_MISSING,
                        Map.of("incidentId", INCIDENT, "runbookId", RUNBOOK, "version", 1));
    }

    @Test
    void aRunbookThatWasNeverPublishedIsRefused() {
        rule.given(declared())
                .when(execute(null, 1))
                .isRefused(Refusal.RUNBOOK_NOT_PUBLISHED, Map.of("incidentId", INCIDENT, "runbookId", RUNBOOK));
    }

    @Test
    void nobodyFollowsARunbookInWhatHasEnded() {
        rule.given(declared(), resolved(), closed(), version(1, "Switch"))
                .when(execute(null, 1))
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
    }

    private static ExecuteRunbookStep execute(@Nullable Integer version, int step) {
        return new ExecuteRunbookStep(INCIDENT, RUNBOOK, version, step, "it hung", null);
    }
}
