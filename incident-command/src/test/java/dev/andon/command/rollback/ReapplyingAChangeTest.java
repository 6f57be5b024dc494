package dev.andon.command.rollback;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.Given.rollbackCompleted;
import static dev.andon.command.Given.rollbackStarted;
import static dev.andon.command.RuleFixture.NOW;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.command.ReapplyChange;
import dev.andon.kernel.event.ChangeReapplied;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReapplyingAChangeTest {

    private static final ChangeId CHANGE = ChangeId.of(7);
    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");

    private final RuleFixture rule = RuleFixture.of(new ReapplyingAChange());

    @Test
    void aClearedChangeGoesLiveAgainAfterTheResolution() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK), resolved())
                .when(reapply(null))
                .records(new ChangeReapplied(INCIDENT, ROLLBACK, "cleared", NOW));
    }

    @Test
    void aChangeDoesNotGoLiveAgainBeforeItsRollbackEnds() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK))
                .when(reapply(EARLIER.minusSeconds(1)))
                .isInvalidAt("/reappliedAt");
    }

    @Test
    void aRollbackUnderWayEndsFirst() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE))
                .when(reapply(null))
                .isRefused(
                        Refusal.ROLLBACK_NOT_COMPLETED,
                        Map.of("incidentId", INCIDENT, "rollbackId", ROLLBACK, "startedAt", EARLIER));
    }

    @Test
    void aChangeGoesLiveAgainOnce() {
        rule.given(
                declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK),
                new ChangeReapplied(INCIDENT, ROLLBACK, "cleared", EARLIER))
                .when(reapply(null))
                .isRefused(
                        Refusal.CHANGE_ALREADY_REAPPLIED,
                        Map.of("incidentId", INCIDENT, "rollbackId", ROLLBACK, "reappliedAt", EARLIER));
    }

    @Test
    void aRollbackThatNeverStartedIsNotFound() {
        rule.given(declared()).when(reapply(null)).isNotFound("There is no rollback RB-2M9D");
    }

    @Test
    void aChangeMayGoLiveAgainLongAfterTheIncidentIsClosed() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK), resolved(), closed())
                .when(reapply(null))
                .records(new ChangeReapplied(INCIDENT, ROLLBACK, "cleared", NOW));
    }

    private static ReapplyChange reapply(@Nullable Instant reappliedAt) {
        return new ReapplyChange(INCIDENT, ROLLBACK, "cleared", reappliedAt);
    }
}
