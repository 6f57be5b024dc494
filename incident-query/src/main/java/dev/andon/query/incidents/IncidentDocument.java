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
import dev.andon.query.readmodel.Extent;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The entries that decide an incident's state, with what corrects and retracts them; so any past state follows from fewer of
 * them. Of everything else it holds only what was among the first responses when it was recorded, or an incident with 10,000
 * findings would be slow to list.
 *
 * <p>What is not held cannot come back: should three of the first responses be struck out or turn out to have been later, or
 * one that was never among the first to have been earlier, only the whole timeline tells how long it took to acknowledge.
 *
 * @param responses findings, mitigations, rollbacks and runbook steps, not older than the declaration, that were among the
 *     earliest three when they were recorded
 * @param version the position of the incident's latest event
 */
public record IncidentDocument(List<Entry> deciding, List<Entry> responses, long version) {

    /** So that two may be struck out. */
    private static final int FIRST_RESPONSES = 3;

    public IncidentDocument {
        deciding = List.copyOf(deciding);
        responses = List.copyOf(responses);
    }

    public static IncidentDocument empty() {
        return new IncidentDocument(List.of(), List.of(), 0);
    }

    public IncidentDocument after(Entry entry) {
        if (decides(entry.event())) {
            return new IncidentDocument(with(entry, deciding), responses, entry.position());
        }
        return new IncidentDocument(
                deciding, responds(entry) && isAmongTheFirst(entry) ? with(entry, responses) : responses,
                entry.position());
    }

    Timeline timeline(Viewpoint viewpoint) {
        return Timeline.of(held(), viewpoint);
    }

    Extent extent() {
        Extent held = Timeline.extentOf(held());
        return new Extent(held.first(), version, held.earliest(), held.latest());
    }

    private List<Entry> held() {
        return Stream.concat(deciding.stream(), responses.stream()).toList();
    }

    private static List<Entry> with(Entry entry, List<Entry> entries) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    private boolean decides(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,SeverityChanged _,RoleAssigned _,RoleReleased _,ImpactRecorded _ -> true;
            case IncidentMitigated _,IncidentResolved _,IncidentReopened _,IncidentLinkedToProblem _ -> true;
            case IncidentClosed _,IncidentMarkedFalseAlarm _,IncidentMerged _ -> true;
            case EntryCorrected correction -> holds(correction.entryId());
            case EntryRetracted retraction -> holds(retraction.entryId());
            case FindingAdded _,HypothesisAssessed _,RollbackStarted _,RollbackCompleted _ -> false;
            // Another call for help is no answer to the first: what was seen is recorded just before it says who pressed.
            case PanicButtonPressed pressed -> responses.stream()
                    .anyMatch(response -> Milestones.isCallForHelp(response.event(), pressed));
            case EntryPinned _,EntryUnpinned _ -> false;
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
        return Stream.concat(responses.stream(), deciding.stream()).anyMatch(entry -> entry.position() == position);
    }

    private static boolean responds(Entry entry) {
        return entry.event() instanceof FindingAdded || entry.event() instanceof MitigationApplied
                || entry.event() instanceof RollbackStarted || entry.event() instanceof RunbookStepExecuted;
    }

    private boolean isAmongTheFirst(Entry entry) {
        Instant happened = entry.event().occurredAt();
        boolean tooOld = deciding.stream()
                .anyMatch(decided -> decided.event() instanceof IncidentDeclared declared
                        && happened.isBefore(declared.occurredAt()));
        return !tooOld && responses.stream()
                .filter(response -> !happened.isBefore(response.event().occurredAt()))
                .filter(this::stillCounts)
                .count() < FIRST_RESPONSES;
    }

    /** Whether nothing was recorded that may make it no response, or a later one. */
    private boolean stillCounts(Entry response) {
        return deciding.stream()
                .map(Entry::event)
                .noneMatch(decided -> Milestones.isCallForHelp(response.event(), decided)
                        || decided instanceof EntryRetracted retraction && retraction.entryId() == response.position()
                        || decided instanceof EntryCorrected correction && correction.entryId() == response.position()
                                && correction.happenedAt() != null);
    }
}
