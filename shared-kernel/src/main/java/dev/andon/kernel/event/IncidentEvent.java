package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event on the timelines of the incidents it concerns: one, but for a check-in that was made during none, or a merger. */
public sealed interface IncidentEvent extends Event
        permits IncidentDeclared, PanicButtonPressed, SeverityChanged, RoleAssigned, RoleReleased, FindingAdded,
        HypothesisAssessed,
        EntryCorrected, EntryRetracted, EntryPinned, EntryUnpinned, ImpactRecorded, RollbackStarted,
        RollbackCompleted, ChangeReapplied, MitigationApplied, RunbookStepExecuted, CheckInRecorded,
        StakeholderUpdatePosted, IncidentMitigated, IncidentResolved, IncidentReopened, IncidentClosed,
        IncidentMarkedFalseAlarm, IncidentMerged, FiveWhysOwnerAssigned, WhyAnswered, RootCauseIdentified,
        FiveWhysCompleted, ActionItemProposed, ActionItemVoteCast, ActionItemAssigned, ActionItemCompleted,
        ActionItemCancelled, RetrospectiveNoteAdded, IncidentLinkedToProblem, ProblemRecurred, PostmortemScheduled,
        PostmortemSectionWritten, PostmortemPublished, PostmortemWaived {

    /** The incident that it happened in; null only for a check-in that was made when nothing was wrong. */
    @Nullable
    IncidentId incidentId();

    /** Those on whose timelines it stands. */
    default Set<IncidentId> incidents() {
        IncidentId incident = incidentId();
        return incident == null ? Set.of() : Set.of(incident);
    }
}
