package dev.andon.command.rollback;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.OTHER_INCIDENT;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.rollbackCompleted;
import static dev.andon.command.Given.rollbackStarted;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackPlan;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.RollbackStarted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartingARollbackTest {

    private static final ChangeId CHANGE = ChangeId.of(7);
    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");
    private static final RollbackId EARLIER_ROLLBACK = new RollbackId("RB-2222");
    private static final RolledBackChange DESCRIBED = new RolledBackChange("checkout", "1.2", "New cart", null);

    private final RuleFixture rule = RuleFixture.of(new StartingARollback());

    @Test
    void aRegisteredChangeIsRolledBackAsItWasRegistered() {
        var plan = new RollbackPlan(List.of("redeploy 1.1"), Duration.ofMinutes(20), null);
        rule.given(registered(plan), declared())
                .when(start(CHANGE, null))
                .records(started(CHANGE, new RolledBackChange("checkout", "1.2", "New cart", Duration.ofMinutes(20))));
    }

    @Test
    void aChangeWithoutAPlanIsRolledBackWithoutAPlannedDuration() {
        rule.given(registered(null), declared()).when(start(CHANGE, null)).records(started(CHANGE, DESCRIBED));
    }

    @Test
    void aChangeThatWasNeverRegisteredIsRolledBackAsDescribed() {
        rule.given(declared())
                .when(new StartRollback(INCIDENT, ROLLBACK, null, DESCRIBED, "Too close in time", EARLIER))
                .records(new RollbackStarted(INCIDENT, ROLLBACK, null, DESCRIBED, "Too close in time", EARLIER));
    }

    @Test
    void aRollbackSaysWhatItUndoes() {
        rule.given(declared()).when(start(null, null)).isInvalidAt("/changeId");
    }

    @Test
    void aRollbackSaysWhatItUndoesInOneWayOnly() {
        rule.given(registered(null), declared()).when(start(CHANGE, DESCRIBED)).isInvalidAt("/change");
    }

    @Test
    void aChangeThatWasNeverRegisteredHasNoIdToRollBackBy() {
        rule.given(declared())
                .when(start(CHANGE, null))
                .isRefused(Refusal.CHANGE_NOT_REGISTERED, Map.of("incidentId", INCIDENT, "changeId", CHANGE));
    }

    @Test
    void aChangeIsNotRolledBackTwiceAtOnce() {
        rule.given(registered(null), declared(), rollbackStarted(EARLIER_ROLLBACK, CHANGE))
                .when(start(CHANGE, null))
                .isRefused(
                        Refusal.ROLLBACK_UNDER_WAY,
                        Map.of(
                                "incidentId", INCIDENT,
                                "changeId", CHANGE,
                                "rollbackId", EARLIER_ROLLBACK,
                                "startedAt", EARLIER));
    }

    @Test
    void theOutcomeOfAnotherRollbackDoesNotEndThisOne() {
        var another = new RollbackId("RB-3333");
        rule.given(
                registered(null), declared(), rollbackStarted(EARLIER_ROLLBACK, CHANGE),
                rollbackStarted(another, ChangeId.of(8)), rollbackCompleted(another))
                .when(start(CHANGE, null))
                .isRefused(
                        Refusal.ROLLBACK_UNDER_WAY,
                        Map.of(
                                "incidentId", INCIDENT,
                                "changeId", CHANGE,
                                "rollbackId", EARLIER_ROLLBACK,
                                "startedAt", EARLIER));
    }

    @Test
    void aChangeIsRolledBackAgainOnceTheFirstRollbackIsOver() {
        rule.given(
                registered(null), declared(), rollbackStarted(EARLIER_ROLLBACK, CHANGE),
                rollbackCompleted(EARLIER_ROLLBACK))
                .when(start(CHANGE, null))
                .records(started(CHANGE, DESCRIBED));
    }

    @Test
    void whatAnotherIncidentRollsBackDoesNotMatter() {
        rule.given(
                registered(null), declared(), declared(OTHER_INCIDENT),
                new RollbackStarted(OTHER_INCIDENT, EARLIER_ROLLBACK, CHANGE, DESCRIBED, "reason", EARLIER))
                .when(start(CHANGE, null))
                .records(started(CHANGE, DESCRIBED));
    }

    @Test
    void anIdThatAnotherRollbackOfTheIncidentHasIsTaken() {
        rule.given(declared(), rollbackStarted(ROLLBACK, ChangeId.of(8)))
                .when(start(null, DESCRIBED))
                .needsAnotherIdThan(ROLLBACK);
    }

    @Test
    void aRollbackGuardsAgainstAnotherOneOfTheSameChangeAtTheSameMoment() {
        var boundary = new StartingARollback().knowledgeFor(start(CHANGE, null)).boundary();

        assertThat(boundary)
                .contains(new DecisionModel.Clause(Tag.of(INCIDENT, CHANGE), Set.of(RollbackStarted.class)));
    }

    private static ChangeRegistered registered(@Nullable RollbackPlan plan) {
        return new ChangeRegistered(CHANGE, "checkout", "1.2", "New cart", plan, EARLIER);
    }

    private static StartRollback start(@Nullable ChangeId changeId, @Nullable RolledBackChange change) {
        return new StartRollback(INCIDENT, ROLLBACK, changeId, change, "reason", null);
    }

    private static RollbackStarted started(ChangeId changeId, RolledBackChange change) {
        return new RollbackStarted(INCIDENT, ROLLBACK, changeId, change, "reason", NOW);
    }
}
