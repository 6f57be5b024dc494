package dev.andon.query.incidents;

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
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that decide an incident's state, with what corrects and retracts them. Of everything else it holds only the
 * first response, or an incident with 10,000 findings would be slow to list.
 *
 * @param firstResponse the earliest finding, mitigation, rollback or runbook step that is not older than the declaration,
 *     and not what somebody saw who pressed the panic button
 * @param version the position of the incident's latest event
 */
public record IncidentDocument(List<Entry> deciding, @Nullable Entry firstResponse, long version) {

    public IncidentDocument {
        deciding = List.copyOf(deciding);
    }

    static IncidentDocument empty() {
        return new IncidentDocument(List.of(), null, 0);
    }

    IncidentDocument after(Entry entry) {
        if (decides(entry.event())) {
            var more = new ArrayList<>(deciding);
            more.add(entry);
            return new IncidentDocument(more, firstResponse, entry.position());
        }
        return new IncidentDocument(deciding, firstResponseAfter(entry), entry.position());
    }

    /** Another call for help is no answer to the first: what was seen is recorded just before it says who pressed. */
    private @Nullable Entry firstResponseAfter(Entry entry) {
        if (firstResponse != null && Milestones.isCallForHelp(firstResponse.event(), entry.event())) {
            return null;
        }
        return responds(entry) && isFirst(entry) ? entry : firstResponse;
    }

    Timeline timeline() {
        return timeline(Viewpoint.HINDSIGHT);
    }

    Timeline timeline(Viewpoint viewpoint) {
        var entries = new ArrayList<>(deciding);
        if (firstResponse != null) {
            entries.add(firstResponse);
        }
        return Timeline.of(entries, viewpoint);
    }

    private boolean decides(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,SeverityChanged _,RoleAssigned _,RoleReleased _,ImpactRecorded _ -> true;
            case IncidentMitigated _,IncidentResolved _,IncidentReopened _,IncidentLinkedToProblem _ -> true;
            case IncidentClosed _,IncidentMarkedFalseAlarm _,IncidentMerged _ -> true;
            case EntryCorrected correction -> holds(correction.entryId());
            case EntryRetracted retraction -> holds(retraction.entryId());
            case FindingAdded _,HypothesisAssessed _,RollbackStarted _,RollbackCompleted _ -> false;
            case PanicButtonPressed _,EntryPinned _,EntryUnpinned _ -> false;
            case RunbookStepExecuted _,CheckInRecorded _ -> false;
            case ChangeReapplied _,MitigationApplied _,StakeholderUpdatePosted _ -> false;
            case FiveWhysOwnerAssigned _,WhyAnswered _,RootCauseIdentified _,FiveWhysCompleted _ -> false;
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> false;
            case ActionItemCompleted _,ActionItemCancelled _,RetrospectiveNoteAdded _ -> false;
            case ProblemRecurred _,PostmortemScheduled _,PostmortemSectionWritten _ -> false;
            case PostmortemPublished _,PostmortemWaived _ -> false;
        };
    }

    private boolean holds(long position) {
        return firstResponse != null && firstResponse.position() == position
                || deciding.stream().anyMatch(entry -> entry.position() == position);
    }

    private static boolean responds(Entry entry) {
        return entry.event() instanceof FindingAdded || entry.event() instanceof MitigationApplied
                || entry.event() instanceof RollbackStarted || entry.event() instanceof RunbookStepExecuted;
    }

    private boolean isFirst(Entry entry) {
        var happened = entry.event().occurredAt();
        boolean tooOld = deciding.stream()
                .anyMatch(decided -> decided.event() instanceof IncidentDeclared declared
                        && happened.isBefore(declared.occurredAt()));
        return !tooOld && (firstResponse == null || happened.isBefore(firstResponse.event().occurredAt()));
    }
}
