package dev.andon.command.closing;

import static dev.andon.command.Given.EARLIER;
import static dev.andon.command.Given.INCIDENT;
import static dev.andon.command.Given.closed;
import static dev.andon.command.Given.declared;
import static dev.andon.command.Given.drill;
import static dev.andon.command.Given.falseAlarm;
import static dev.andon.command.Given.mitigated;
import static dev.andon.command.Given.reopened;
import static dev.andon.command.Given.resolved;
import static dev.andon.command.Given.rollbackCompleted;
import static dev.andon.command.Given.rollbackStarted;
import static dev.andon.command.RuleFixture.ALICE;
import static dev.andon.command.RuleFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.andon.command.RuleFixture;
import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.SeverityChanged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosingAnIncidentTest {

    private static final RollbackId ROLLBACK = new RollbackId("RB-2M9D");
    private static final ActionItemId ACTION_ITEM = ActionItemId.of(9);
    private static final CloseIncident COMMAND = new CloseIncident(INCIDENT, null, null);
    private static final Event ASSIGNED = new FiveWhysOwnerAssigned(INCIDENT, "alice", null, EARLIER);
    private static final Event COMPLETED = new FiveWhysCompleted(INCIDENT, null, EARLIER);
    private static final Event PUBLISHED = new PostmortemPublished(INCIDENT, 1, EARLIER);
    private static final Event WAIVED = new PostmortemWaived(INCIDENT, "Nobody was hurt", EARLIER);
    private static final Event NOT_SO_BAD = new SeverityChanged(INCIDENT, Severity.SEV2, Severity.SEV3, null, EARLIER);

    private final RuleFixture rule = RuleFixture.of(new ClosingAnIncident());

    @Test
    void whatHasNothingLeftToTeachIsClosed() {
        rule.given(declared(), resolved(), ASSIGNED, COMPLETED, PUBLISHED)
                .when(COMMAND)
                .records(new IncidentClosed(INCIDENT, null, List.of(), NOW));
    }

    @Test
    void aWaivedPostmortemIsNoLooseEnd() {
        rule.given(declared(), resolved(), ASSIGNED, COMPLETED, WAIVED)
                .when(new CloseIncident(INCIDENT, null, EARLIER))
                .records(new IncidentClosed(INCIDENT, null, List.of(), EARLIER));
    }

    @Test
    void aMinorIncidentNeedsNoAnalysis() {
        rule.given(declared(), NOT_SO_BAD, resolved())
                .when(COMMAND)
                .records(new IncidentClosed(INCIDENT, null, List.of(), NOW));
    }

    @Test
    void aDrillNeedsNoAnalysis() {
        rule.given(drill(INCIDENT), resolved())
                .when(COMMAND)
                .records(new IncidentClosed(INCIDENT, null, List.of(), NOW));
    }

    @Test
    void anAnalysisThatWasBegunIsFinishedAlsoOfAMinorIncident() {
        rule.given(declared(), NOT_SO_BAD, resolved(), ASSIGNED)
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.FIVE_WHYS_INCOMPLETE, null));
    }

    @Test
    void aSevereIncidentHasSomebodyWhoAnswersForItsFiveWhys() {
        rule.given(declared(), resolved(), PUBLISHED)
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.FIVE_WHYS_UNASSIGNED, null));
    }

    @Test
    void anIncidentThatGotWorseIsASevereOne() {
        rule.given(
                declared(), NOT_SO_BAD, new SeverityChanged(INCIDENT, Severity.SEV3, Severity.SEV1, null, EARLIER),
                resolved(), PUBLISHED)
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.FIVE_WHYS_UNASSIGNED, null));
    }

    @Test
    void aReopenedIncidentIsAnalysedAndToldAgain() {
        rule.given(
                declared(), resolved(), ASSIGNED, COMPLETED, PUBLISHED, closed(), reopened(), resolved())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_HAS_LOOSE_ENDS,
                        with(
                                new LooseEnd(LooseEndKind.FIVE_WHYS_INCOMPLETE, null),
                                new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null)));
    }

    @Test
    void aSevereIncidentHasAPostmortem() {
        rule.given(declared(), resolved(), ASSIGNED, COMPLETED)
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.POSTMORTEM_MISSING, null));
    }

    @Test
    void aRollbackHasEnded() {
        rule.given(
                declared(), NOT_SO_BAD, rollbackStarted(new RollbackId("RB-0001"), ChangeId.of(1)),
                rollbackStarted(ROLLBACK, ChangeId.of(2)), rollbackCompleted(new RollbackId("RB-0001")), resolved())
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.ROLLBACK_UNDER_WAY, "RB-2M9D"));
    }

    @Test
    void anActionItemIsDecided() {
        rule.given(declared(), NOT_SO_BAD, resolved(), proposed(null))
                .when(COMMAND)
                .isRefused(Refusal.INCIDENT_HAS_LOOSE_ENDS, with(LooseEndKind.ACTION_ITEM_UNDECIDED, "ACT-9"));
    }

    @Test
    void everyLooseEndIsNamedAtOnceWithWhatToDo() {
        Refused refused = catchThrowableOfType(Refused.class, () -> new ClosingAnIncident().decide(
                COMMAND,
                new ClosingAnIncident().knowledgeFor(COMMAND)
                        .after(List.of(
                                declared(), rollbackStarted(ROLLBACK, ChangeId.of(2)), resolved(), proposed(null))),
                new Circumstances(NOW, ALICE)));

        assertThat(refused).hasMessage("INC-42 is not done with. "
                + "A rollback is under way; record how it ended. (RB-2M9D) "
                + "Nobody answers for the five whys; assign an owner. "
                + "An action item is undecided; assign it, agree on it or cancel it. (ACT-9) "
                + "The postmortem is neither published nor waived; do the one or the other.");
    }

    @Test
    void whatIsLeftOpenIsKeptWithTheReason() {
        rule.given(declared(), resolved(), ASSIGNED, proposed(null))
                .when(new CloseIncident(INCIDENT, "The product is gone", null))
                .records(new IncidentClosed(
                        INCIDENT,
                        "The product is gone",
                        List.of(
                                new LooseEnd(LooseEndKind.FIVE_WHYS_INCOMPLETE, null),
                                new LooseEnd(LooseEndKind.ACTION_ITEM_UNDECIDED, "ACT-9"),
                                new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null)),
                        NOW));
    }

    @Test
    void noReasonClosesWhatGoesOn() {
        rule.given(declared(), mitigated())
                .when(new CloseIncident(INCIDENT, "Enough", null))
                .isRefused(
                        Refusal.INCIDENT_NOT_OVER, Map.of("incidentId", INCIDENT, "status", IncidentStatus.MITIGATED));
    }

    @Test
    void anIncidentIsClosedOnce() {
        rule.given(declared(), resolved(), closed())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ALREADY_CLOSED,
                        Map.of("incidentId", INCIDENT, "status", IncidentStatus.CLOSED));
    }

    @Test
    void aFalseAlarmHasEndedAlready() {
        rule.given(declared(), falseAlarm())
                .when(COMMAND)
                .isRefused(
                        Refusal.INCIDENT_ENDED, Map.of("incidentId", INCIDENT, "status", IncidentStatus.FALSE_ALARM));
    }

    private static ActionItemProposed proposed(@Nullable String owner) {
        return new ActionItemProposed(
                INCIDENT, ACTION_ITEM, "Alert on lag", ActionItemKind.DETECT, owner, null, EARLIER);
    }

    private static Map<String, Object> with(LooseEndKind kind, @Nullable String id) {
        return with(new LooseEnd(kind, id));
    }

    private static Map<String, Object> with(LooseEnd... looseEnds) {
        return Map.of(
                "incidentId", INCIDENT, "status", IncidentStatus.RESOLVED, "looseEnds", List.of(looseEnds));
    }
}
