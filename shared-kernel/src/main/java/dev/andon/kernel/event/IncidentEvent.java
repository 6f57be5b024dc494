package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;

/** An event on the timeline of one incident. */
public sealed interface IncidentEvent extends Event
        permits IncidentDeclared, SeverityChanged, RoleAssigned, FindingAdded, HypothesisAssessed,
        EntryCorrected, EntryRetracted, ImpactRecorded, RollbackStarted, RollbackCompleted, ChangeReapplied,
        MitigationApplied, StakeholderUpdatePosted, IncidentMitigated, IncidentResolved, IncidentReopened,
        FiveWhysOwnerAssigned, WhyAnswered, RootCauseIdentified, FiveWhysCompleted, ActionItemProposed,
        ActionItemVoteCast, ActionItemAssigned, ActionItemCompleted, ActionItemCancelled,
        RetrospectiveNoteAdded, IncidentLinkedToProblem {

    IncidentId incidentId();
}
