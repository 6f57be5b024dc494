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
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.command.CompleteRollback;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.RollbackCompleted;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompletingARollbackTest {

    private static final ChangeId CHANGE = ChangeId.of(7);
    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");

    private final RuleFixture rule = RuleFixture.of(new CompletingARollback());

    @Test
    void aRollbackEndsNowUnlessSaidOtherwise() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE))
                .when(complete(null))
                .records(new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.NO_EFFECT, "note", NOW));
    }

    @Test
    void aRollbackMayEndTheMomentItStarts() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE))
                .when(complete(EARLIER))
                .records(new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.NO_EFFECT, "note", EARLIER));
    }

    @Test
    void aRollbackDoesNotEndBeforeItStarts() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE))
                .when(complete(EARLIER.minusSeconds(1)))
                .isInvalidAt("/completedAt");
    }

    @Test
    void aRollbackThatNeverStartedIsNotFound() {
        rule.given(declared()).when(complete(null)).isNotFound("There is no rollback RB-2M9D");
    }

    @Test
    void aRollbackEndsOnce() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK))
                .when(complete(null))
                .isRefused(
                        Refusal.ROLLBACK_COMPLETED,
                        Map.of(
                                "incidentId", INCIDENT,
                                "rollbackId", ROLLBACK,
                                "outcome", RollbackOutcome.EFFECTIVE,
                                "completedAt", EARLIER));
    }

    @Test
    void aRollbackThatWasItselfRolledBackIsOver() {
        rule.given(
                declared(), rollbackStarted(ROLLBACK, CHANGE), rollbackCompleted(ROLLBACK),
                new ChangeReapplied(INCIDENT, ROLLBACK, "cleared", EARLIER))
                .when(complete(null))
                .isRefused(
                        Refusal.ROLLBACK_COMPLETED,
                        Map.of("incidentId", INCIDENT, "rollbackId", ROLLBACK, "reappliedAt", EARLIER));
    }

    @Test
    void aRollbackMayOutlastItsIncident() {
        rule.given(declared(), rollbackStarted(ROLLBACK, CHANGE), resolved(), closed())
                .when(new CompleteRollback(INCIDENT, ROLLBACK, RollbackOutcome.FAILED, null, null))
                .records(new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.FAILED, null, NOW));
    }

    private static CompleteRollback complete(@Nullable Instant completedAt) {
        return new CompleteRollback(INCIDENT, ROLLBACK, RollbackOutcome.NO_EFFECT, completedAt, "note");
    }
}
