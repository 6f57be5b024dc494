package dev.andon.query.postmortem;

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
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.util.List;

/** Which entries tell what happened. The analysis afterwards has sections of its own; told twice, it would bury the story. */
final class Selection {

    private Selection() {}

    static List<TimelineEntry<?>> ofWhatHappened(Timeline timeline) {
        return timeline.entries().stream().filter(entry -> happened(entry.event())).toList();
    }

    private static boolean happened(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,SeverityChanged _,RoleAssigned _,RoleReleased _,FindingAdded _ -> true;
            case HypothesisAssessed _,ImpactRecorded _,RollbackStarted _,RollbackCompleted _ -> true;
            case ChangeReapplied _,MitigationApplied _,StakeholderUpdatePosted _,IncidentMitigated _ -> true;
            case RunbookStepExecuted _,CheckInRecorded _,IncidentResolved _,IncidentReopened _ -> true;
            case PanicButtonPressed _,IncidentMarkedFalseAlarm _,IncidentMerged _ -> true;
            // The document's own life, and that of its incident after it, are no part of the story.
            case IncidentClosed _,PostmortemScheduled _,PostmortemSectionWritten _ -> false;
            case PostmortemPublished _,PostmortemWaived _,ProblemRecurred _ -> false;
            case EntryPinned _,EntryUnpinned _ -> false;
            // What was corrected or retracted says so itself.
            case EntryCorrected _,EntryRetracted _,FiveWhysOwnerAssigned _,WhyAnswered _ -> false;
            case RootCauseIdentified _,FiveWhysCompleted _,ActionItemProposed _ -> false;
            case ActionItemVoteCast _,ActionItemAssigned _,ActionItemCompleted _ -> false;
            case ActionItemCancelled _,RetrospectiveNoteAdded _,IncidentLinkedToProblem _ -> false;
        };
    }
}
