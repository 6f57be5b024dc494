package dev.andon.query.similar;

import dev.andon.kernel.FindingKind;
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
import dev.andon.query.readmodel.Extent;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that an incident is recognised by, with what corrects and retracts them: its declaration and life, the first
 * hypotheses and the first root causes. Of those it takes no more than a few, or an incident with 10,000 of them would be
 * compared with all others for longer than the others together.
 */
public record FingerprintDocument(List<Entry> entries) {

    private static final int FIRST_ONES = 20;

    public FingerprintDocument {
        entries = List.copyOf(entries);
    }

    static FingerprintDocument empty() {
        return new FingerprintDocument(List.of());
    }

    Extent extent() {
        return Timeline.extentOf(entries);
    }

    FingerprintDocument after(Entry entry) {
        if (!belongs(entry.event())) {
            return this;
        }
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new FingerprintDocument(more);
    }

    /** Whether some incident's document needs this event. */
    static boolean mayBelong(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,SeverityChanged _,ImpactRecorded _,IncidentLinkedToProblem _ -> true;
            case IncidentMitigated _,IncidentResolved _,IncidentReopened _,IncidentClosed _ -> true;
            case IncidentMarkedFalseAlarm _,IncidentMerged _,RootCauseIdentified _ -> true;
            case EntryCorrected _,EntryRetracted _ -> true;
            case FindingAdded finding -> finding.kind() == FindingKind.HYPOTHESIS;
            case PanicButtonPressed _,RoleAssigned _,RoleReleased _,HypothesisAssessed _ -> false;
            case EntryPinned _,EntryUnpinned _,MitigationApplied _,RunbookStepExecuted _ -> false;
            case RollbackStarted _,RollbackCompleted _,ChangeReapplied _,CheckInRecorded _ -> false;
            case StakeholderUpdatePosted _,FiveWhysOwnerAssigned _,WhyAnswered _,FiveWhysCompleted _ -> false;
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> false;
            case ActionItemCompleted _,ActionItemCancelled _,RetrospectiveNoteAdded _ -> false;
            case ProblemRecurred _,PostmortemScheduled _,PostmortemSectionWritten _ -> false;
            case PostmortemPublished _,PostmortemWaived _ -> false;
        };
    }

    private boolean belongs(IncidentEvent event) {
        if (event instanceof FindingAdded || event instanceof RootCauseIdentified) {
            return entries.stream().filter(entry -> entry.event().getClass() == event.getClass()).count() < FIRST_ONES;
        } else if (event instanceof EntryCorrected correction) {
            return holds(correction.entryId());
        } else if (event instanceof EntryRetracted retraction) {
            return holds(retraction.entryId());
        }
        return true;
    }

    private boolean holds(long position) {
        return entries.stream().anyMatch(entry -> entry.position() == position);
    }
}
