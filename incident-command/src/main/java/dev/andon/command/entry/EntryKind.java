package dev.andon.command.entry;

import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.EntryCommand;
import dev.andon.kernel.command.RetractEntry;
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
import java.util.Locale;
import java.util.Map;

/**
 * What may become of a timeline entry, by what it records. Nothing here is about the entry's state: a recorded event stays
 * what it is.
 *
 * <p>Without the difference, somebody could strike out a resolution: readers would see an open incident, and every rule a
 * resolved one.
 */
public enum EntryKind {
    /** Somebody's words, which can turn out wrong: corrected, or struck out. */
    STATEMENT,
    /** A step in the life of the incident or of something inside it: what it says can be corrected, that it was taken not. */
    STEP,
    /** A version of a document, whose next version is the way to correct it. */
    VERSION;

    public static EntryKind of(IncidentEvent event) {
        return switch (event) {
            case FindingAdded _,HypothesisAssessed _,ImpactRecorded _,MitigationApplied _ -> STATEMENT;
            case RunbookStepExecuted _,CheckInRecorded _,StakeholderUpdatePosted _ -> STATEMENT;
            case WhyAnswered _,RootCauseIdentified _,RetrospectiveNoteAdded _ -> STATEMENT;
            // It is a belief about a cause, and nothing else could take it back.
            case IncidentLinkedToProblem _ -> STATEMENT;
            case EntryCorrected _,EntryRetracted _ -> STATEMENT;
            case IncidentDeclared _,SeverityChanged _,RoleAssigned _,RoleReleased _ -> STEP;
            case PanicButtonPressed _,EntryPinned _,EntryUnpinned _ -> STEP;
            case RollbackStarted _,RollbackCompleted _,ChangeReapplied _ -> STEP;
            case IncidentMitigated _,IncidentResolved _,IncidentReopened _,IncidentClosed _ -> STEP;
            case IncidentMarkedFalseAlarm _,IncidentMerged _ -> STEP;
            case FiveWhysOwnerAssigned _,FiveWhysCompleted _ -> STEP;
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> STEP;
            case ActionItemCompleted _,ActionItemCancelled _,ProblemRecurred _ -> STEP;
            case PostmortemScheduled _,PostmortemPublished _,PostmortemWaived _ -> STEP;
            case PostmortemSectionWritten _ -> VERSION;
        };
    }

    /** Refuses what cannot become of such an entry. */
    public void requireAllows(EntryCommand command) {
        if (this != STATEMENT && command instanceof RetractEntry) {
            throw refused(Refusal.ENTRY_NOT_RETRACTABLE, command);
        }
        if (this == VERSION && command instanceof CorrectEntry) {
            throw refused(Refusal.ENTRY_NOT_CORRECTABLE, command);
        }
    }

    private Refused refused(Refusal refusal, EntryCommand command) {
        return new Refused(
                refusal,
                "Entry %d of %s is a %s".formatted(
                        command.entryId(), command.incidentId(), name().toLowerCase(Locale.ROOT)),
                Map.of("incidentId", command.incidentId(), "entryId", command.entryId(), "kind", this));
    }
}
