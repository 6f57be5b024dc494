package dev.andon.query.chronicles;

import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import dev.andon.kernel.event.ReadinessItemAnswered;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.kernel.event.WorkaroundDocumented;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each thing, one for each act that is repeated for as long as a thing exists, and one for each amended entry. */
public final class ChroniclesProjection implements Projection<Chronicle> {

    @Override
    public String name() {
        return "chronicles";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<Chronicle> documentType() {
        return Chronicle.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return switch (recorded.event()) {
            case ServiceRegistered event -> Set.of(Kind.SERVICES.named(event.name()));
            case CheckInRecorded _ -> Set.of(Kind.CHECK_INS.numbered(recorded.position()));
            case RunbookPublished event -> Set.of(Kind.RUNBOOKS.numbered(event.runbookId().number()));
            case RunbookStepExecuted _ -> Set.of(Kind.RUNBOOK_STEPS.numbered(recorded.position()));
            case ChangeRegistered event -> Set.of(Kind.CHANGES.numbered(event.changeId().number()));
            case RollbackStarted event -> event.changeId() == null
                    ? Set.of()
                    : Set.of(Kind.CHANGES.numbered(event.changeId().number()));
            case OperationsReviewHeld event ->
                Set.of(Kind.OPERATIONS_REVIEWS.numbered(event.operationsReviewId().number()));
            case ReadinessCheckOpened event ->
                Set.of(Kind.READINESS_CHECKS.numbered(event.readinessCheckId().number()));
            case ReadinessItemAnswered event ->
                Set.of(Kind.READINESS_CHECKS.numbered(event.readinessCheckId().number()));
            case ReadinessCheckSignedOff event ->
                Set.of(Kind.READINESS_CHECKS.numbered(event.readinessCheckId().number()));
            case PlannedEventScheduled event -> Set.of(Kind.PLANNED_EVENTS.numbered(event.plannedEventId().number()));
            case ActionItemProposed event -> Set.of(Kind.ACTION_ITEMS.numbered(event.actionItemId().number()));
            case ActionItemVoteCast event -> Set.of(Kind.ACTION_ITEMS.numbered(event.actionItemId().number()));
            case ActionItemAssigned event -> Set.of(Kind.ACTION_ITEMS.numbered(event.actionItemId().number()));
            case ActionItemCompleted event -> Set.of(Kind.ACTION_ITEMS.numbered(event.actionItemId().number()));
            case ActionItemCancelled event -> Set.of(Kind.ACTION_ITEMS.numbered(event.actionItemId().number()));
            case IncidentDeclared _,PanicButtonPressed _,SeverityChanged _,RoleAssigned _,RoleReleased _ -> Set.of();
            case EntryCorrected event -> amending(event.entryId());
            case EntryRetracted event -> amending(event.entryId());
            case FindingAdded _,HypothesisAssessed _,EntryPinned _,EntryUnpinned _ -> Set.of();
            case ImpactRecorded _,RollbackCompleted _,ChangeReapplied _ -> Set.of();
            case MitigationApplied _,StakeholderUpdatePosted _,IncidentMitigated _ -> Set.of();
            case IncidentResolved _,IncidentReopened _,IncidentClosed _,IncidentMarkedFalseAlarm _ -> Set.of();
            case IncidentMerged _,FiveWhysOwnerAssigned _,WhyAnswered _,RootCauseIdentified _ -> Set.of();
            case FiveWhysCompleted _,RetrospectiveNoteAdded _,IncidentLinkedToProblem _ -> Set.of();
            case ProblemRecurred _,ProblemOpened _,WorkaroundDocumented _,ProblemFixed _ -> Set.of();
            case ProblemFixVerified _,PostmortemScheduled _,PostmortemSectionWritten _ -> Set.of();
            case PostmortemPublished _,PostmortemWaived _,ApiKeyCreated _,ApiKeyRevoked _ -> Set.of();
        };
    }

    /** An event does not say what kind of entry it puts right, so it is offered to whatever may be told at that position. */
    private static Set<DocumentKey> amending(long entryId) {
        return Set.of(
                Kind.CHECK_INS.numbered(entryId), Kind.RUNBOOK_STEPS.numbered(entryId),
                Kind.AMENDMENTS.numbered(entryId));
    }

    @Override
    public @Nullable Chronicle apply(@Nullable Chronicle document, DocumentKey key, Recorded recorded) {
        if (document == null && amends(recorded) && !Kind.AMENDMENTS.has(key)) {
            return null;
        }
        return (document == null ? new Chronicle(List.of()) : document).with(recorded);
    }

    private static boolean amends(Recorded recorded) {
        return recorded.event() instanceof EntryCorrected || recorded.event() instanceof EntryRetracted;
    }

    @Override
    public Map<String, String> indexOf(Chronicle document) {
        return ChronicleIndex.of(document);
    }
}
