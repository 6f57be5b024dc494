package dev.andon.query.catchup;

import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.ChangeReapplied;
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
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;

/** What an entry is about, in the order in which whoever joins wants to know. */
public enum Topic {
    STATUS("Status"),
    SEVERITY("Severity"),
    IMPACT("Impact"),
    ROLES("Roles"),
    FINDINGS("Findings"),
    VERDICTS("Verdicts"),
    ACTIONS("Rollbacks and mitigations"),
    UPDATES("Updates to stakeholders"),
    CORRECTIONS("Corrections"),
    LEARNING("Learning");

    private final String heading;

    Topic(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    static Topic of(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,IncidentMitigated _,IncidentResolved _,IncidentReopened _ -> STATUS;
            case IncidentClosed _,IncidentMarkedFalseAlarm _,IncidentMerged _ -> STATUS;
            case SeverityChanged _ -> SEVERITY;
            case ImpactRecorded _,CheckInRecorded _,PanicButtonPressed _ -> IMPACT;
            case RoleAssigned _,RoleReleased _ -> ROLES;
            case FindingAdded _ -> FINDINGS;
            case HypothesisAssessed _ -> VERDICTS;
            case RollbackStarted _,RollbackCompleted _,ChangeReapplied _,MitigationApplied _ -> ACTIONS;
            case RunbookStepExecuted _ -> ACTIONS;
            case StakeholderUpdatePosted _ -> UPDATES;
            case EntryCorrected _,EntryRetracted _,EntryPinned _,EntryUnpinned _ -> CORRECTIONS;
            case FiveWhysOwnerAssigned _,WhyAnswered _,RootCauseIdentified _,FiveWhysCompleted _ -> LEARNING;
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> LEARNING;
            case ActionItemCompleted _,ActionItemCancelled _,RetrospectiveNoteAdded _ -> LEARNING;
            case IncidentLinkedToProblem _,ProblemRecurred _,PostmortemScheduled _ -> LEARNING;
            case PostmortemSectionWritten _,PostmortemPublished _,PostmortemWaived _ -> LEARNING;
        };
    }
}
