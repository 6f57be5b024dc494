package dev.andon.query.timeline;

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
import dev.andon.kernel.json.AndonJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a correction replaces: every entry says one thing in its author's own words, and happened at one time. */
final class CorrectableText {

    private CorrectableText() {}

    static @Nullable String of(IncidentEvent event) {
        String field = fieldOf(event);
        JsonNode text = field == null ? null : AndonJson.mapper().valueToTree(event).get(field);
        return text == null ? null : text.stringValue();
    }

    /** The event as it reads with this text and time; either is left as it was if absent. An impact happened when it began. */
    static IncidentEvent replaced(IncidentEvent event, @Nullable String text, @Nullable Instant occurredAt) {
        ObjectNode tree = AndonJson.mapper().valueToTree(event);
        String field = fieldOf(event);
        if (text != null && field != null) {
            tree.put(field, text);
        }
        if (occurredAt != null) {
            tree.put("occurredAt", occurredAt.toString());
            if (event instanceof ImpactRecorded) {
                tree.put("from", occurredAt.toString());
            }
        }
        return AndonJson.mapper().treeToValue(tree, event.getClass());
    }

    private static @Nullable String fieldOf(IncidentEvent event) {
        return switch (event) {
            case FindingAdded _,RetrospectiveNoteAdded _ -> "text";
            case IncidentDeclared _,ActionItemProposed _ -> "title";
            case ImpactRecorded _,MitigationApplied _ -> "description";
            case StakeholderUpdatePosted _ -> "message";
            case WhyAnswered _ -> "answer";
            case RootCauseIdentified _ -> "statement";
            case ActionItemVoteCast _ -> "comment";
            case RollbackCompleted _,ActionItemCompleted _,RunbookStepExecuted _,CheckInRecorded _ -> "note";
            case IncidentMitigated _,IncidentResolved _,FiveWhysCompleted _ -> "summary";
            case SeverityChanged _,HypothesisAssessed _,EntryCorrected _,EntryRetracted _ -> "reason";
            case RollbackStarted _,ChangeReapplied _,IncidentReopened _,ActionItemCancelled _ -> "reason";
            case IncidentClosed _,IncidentMarkedFalseAlarm _,PostmortemWaived _ -> "reason";
            case RoleAssigned _,RoleReleased _,FiveWhysOwnerAssigned _,ActionItemAssigned _ -> null;
            case PanicButtonPressed _,EntryPinned _,EntryUnpinned _,IncidentMerged _,ProblemRecurred _ -> null;
            case PostmortemScheduled _,PostmortemSectionWritten _,PostmortemPublished _ -> null;
            case IncidentLinkedToProblem _ -> null;
        };
    }
}
