package dev.andon.query.followup;

import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
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
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.Extent;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of one incident that say what has to be done, with what corrects and retracts them. It grows with what people
 * decide to do, never with what they find, or an incident with 10,000 findings would hold up every report.
 */
public record FollowUpDocument(List<Entry> entries) {

    public FollowUpDocument {
        entries = List.copyOf(entries);
    }

    static FollowUpDocument empty() {
        return new FollowUpDocument(List.of());
    }

    FollowUpDocument after(Entry entry) {
        if (!belongs(entry.event())) {
            return this;
        }
        var more = new ArrayList<>(entries);
        more.add(entry);
        return new FollowUpDocument(more);
    }

    public Timeline at(Viewpoint viewpoint) {
        return Timeline.of(entries, viewpoint);
    }

    /** For who needs the declaration, which was not known or had not happened. */
    QuestionRefused notYet(IncidentId incident, Viewpoint viewpoint) {
        Entry first = entries.getFirst();
        return viewpoint.knows(first.position())
                ? QuestionRefused.notYet("incident", incident.value(), "it is from " + first.event().occurredAt())
                : QuestionRefused.notYetRecorded(
                        "incident", incident.value(), first.recordedAt(), first.position());
    }

    Extent extent() {
        return Timeline.extentOf(entries);
    }

    /** Whether some incident's document needs this event: most events need not be looked at twice. */
    static boolean mayBelong(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _,SeverityChanged _,IncidentMitigated _,IncidentResolved _ -> true;
            case IncidentReopened _,IncidentClosed _,IncidentMarkedFalseAlarm _,IncidentMerged _ -> true;
            case RollbackStarted _,RollbackCompleted _,ChangeReapplied _,StakeholderUpdatePosted _ -> true;
            case FiveWhysOwnerAssigned _,WhyAnswered _,RootCauseIdentified _,FiveWhysCompleted _ -> true;
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> true;
            case ActionItemCompleted _,ActionItemCancelled _ -> true;
            case PostmortemScheduled _,PostmortemPublished _,PostmortemWaived _ -> true;
            case EntryCorrected _,EntryRetracted _ -> true;
            case FindingAdded finding -> finding.kind() == FindingKind.DECISION;
            case PanicButtonPressed _,RoleAssigned _,RoleReleased _,HypothesisAssessed _ -> false;
            case EntryPinned _,EntryUnpinned _,ImpactRecorded _,MitigationApplied _ -> false;
            case RunbookStepExecuted _,CheckInRecorded _,RetrospectiveNoteAdded _ -> false;
            case IncidentLinkedToProblem _,ProblemRecurred _ -> false;
            // It may be as long as a book, and what has to be done is not in it.
            case PostmortemSectionWritten _ -> false;
        };
    }

    private boolean belongs(IncidentEvent event) {
        if (event instanceof FindingAdded finding) {
            return isToBeLookedAtAgain(finding) || isTheNextDecision(finding);
        } else if (event instanceof EntryCorrected correction) {
            return holds(correction.entryId());
        } else if (event instanceof EntryRetracted retraction) {
            return holds(retraction.entryId());
        }
        return true;
    }

    static boolean isToBeLookedAtAgain(FindingAdded finding) {
        return finding.kind() == FindingKind.DECISION && finding.reviewAt() != null;
    }

    /** Whoever decides anew has looked at what was to be looked at again; those who come later add nothing to that. */
    private boolean isTheNextDecision(FindingAdded finding) {
        return finding.kind() == FindingKind.DECISION
                && entries.stream()
                        .map(Entry::event)
                        .filter(FindingAdded.class::isInstance)
                        .map(FindingAdded.class::cast)
                        .reduce((_, last) -> last)
                        .filter(FollowUpDocument::isToBeLookedAtAgain)
                        .isPresent();
    }

    private boolean holds(long position) {
        return entries.stream().anyMatch(entry -> entry.position() == position);
    }
}
