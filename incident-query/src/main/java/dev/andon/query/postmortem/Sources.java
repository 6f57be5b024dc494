package dev.andon.query.postmortem;

import static dev.andon.kernel.PostmortemSection.ACTION_ITEMS;
import static dev.andon.kernel.PostmortemSection.DECISIONS;
import static dev.andon.kernel.PostmortemSection.DETECTION;
import static dev.andon.kernel.PostmortemSection.FIVE_WHYS;
import static dev.andon.kernel.PostmortemSection.HYPOTHESES;
import static dev.andon.kernel.PostmortemSection.IMPACT;
import static dev.andon.kernel.PostmortemSection.LESSONS;
import static dev.andon.kernel.PostmortemSection.MITIGATIONS;
import static dev.andon.kernel.PostmortemSection.PROBLEMS;
import static dev.andon.kernel.PostmortemSection.ROLLBACKS;
import static dev.andon.kernel.PostmortemSection.ROOT_CAUSES;
import static dev.andon.kernel.PostmortemSection.STAKEHOLDER_UPDATES;
import static dev.andon.kernel.PostmortemSection.SUMMARY;
import static dev.andon.kernel.PostmortemSection.TIMELINE;
import static dev.andon.kernel.PostmortemSection.TRIGGER;

import dev.andon.kernel.PostmortemSection;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which sections are made from which events. Without it, whoever wrote a section could not be told that there is more to say:
 * every event would seem to concern all of them.
 */
final class Sources {

    private final List<TimelineEntry<?>> entries;
    private final Map<Long, TimelineEntry<?>> byId;

    Sources(Timeline timeline) {
        this.entries = timeline.entries();
        this.byId = entries.stream().collect(Collectors.toMap(TimelineEntry::id, Function.identity()));
    }

    /** The entries that this section is made from and that were recorded after this position. */
    List<Long> newer(PostmortemSection section, long position) {
        return entries.stream()
                .filter(entry -> entry.id() > position && feeds(entry.event()).contains(section))
                .map(TimelineEntry::id)
                .sorted()
                .toList();
    }

    private Set<PostmortemSection> feedsAs(long entryId) {
        TimelineEntry<?> entry = byId.get(entryId);
        return entry == null ? Set.of() : feeds(entry.event());
    }

    private Set<PostmortemSection> feeds(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared _ -> EnumSet.of(SUMMARY, IMPACT, DETECTION, TIMELINE, LESSONS);
            case PanicButtonPressed _,RunbookStepExecuted _,CheckInRecorded _,EntryPinned _,EntryUnpinned _ ->
                EnumSet.of(TIMELINE);
            case SeverityChanged _ -> EnumSet.of(TIMELINE, LESSONS);
            case RoleAssigned _,RoleReleased _ -> EnumSet.of(TIMELINE, DECISIONS, LESSONS);
            case FindingAdded finding -> switch (finding.kind()) {
                case OBSERVATION -> EnumSet.of(TIMELINE);
                case HYPOTHESIS, EVIDENCE -> EnumSet.of(TIMELINE, HYPOTHESES, LESSONS);
                case DECISION -> EnumSet.of(TIMELINE, DECISIONS, LESSONS);
            };
            case HypothesisAssessed _ -> EnumSet.of(TIMELINE, HYPOTHESES, TRIGGER, LESSONS);
            case ImpactRecorded _ -> EnumSet.of(TIMELINE, IMPACT, DETECTION);
            case RollbackStarted _,RollbackCompleted _ -> EnumSet.of(TIMELINE, ROLLBACKS, TRIGGER, LESSONS);
            case ChangeReapplied _ -> EnumSet.of(TIMELINE, ROLLBACKS);
            case MitigationApplied _ -> EnumSet.of(TIMELINE, MITIGATIONS, LESSONS);
            case StakeholderUpdatePosted _ -> EnumSet.of(TIMELINE, STAKEHOLDER_UPDATES, LESSONS);
            case IncidentMitigated _ -> EnumSet.of(TIMELINE, IMPACT);
            case IncidentResolved _,IncidentReopened _ -> EnumSet.of(TIMELINE, SUMMARY, IMPACT);
            case IncidentMarkedFalseAlarm _,IncidentMerged _ -> EnumSet.of(TIMELINE, SUMMARY);
            case FiveWhysOwnerAssigned _,WhyAnswered _,FiveWhysCompleted _ -> EnumSet.of(FIVE_WHYS);
            case RootCauseIdentified _ -> EnumSet.of(FIVE_WHYS, ROOT_CAUSES, LESSONS);
            case ActionItemProposed _,ActionItemVoteCast _,ActionItemAssigned _ -> EnumSet.of(ACTION_ITEMS, LESSONS);
            case ActionItemCompleted _,ActionItemCancelled _ -> EnumSet.of(ACTION_ITEMS, LESSONS);
            case RetrospectiveNoteAdded note -> EnumSet.of(PostmortemSection.valueOf(note.kind().name()));
            case IncidentLinkedToProblem _,ProblemRecurred _ -> EnumSet.of(PROBLEMS);
            case EntryCorrected correction -> feedsAs(correction.entryId());
            case EntryRetracted retraction -> feedsAs(retraction.entryId());
            // The document's own life is no part of what it says.
            case IncidentClosed _,PostmortemScheduled _,PostmortemSectionWritten _ -> Set.of();
            case PostmortemPublished _,PostmortemWaived _ -> Set.of();
        };
    }
}
