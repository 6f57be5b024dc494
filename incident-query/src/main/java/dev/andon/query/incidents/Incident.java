package dev.andon.query.incidents;

import dev.andon.kernel.Detection;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
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
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands. Its life (status, severity, roles) follows the order of recording, since that is the order in
 * which the rules allowed each step; a resolution that is backdated still ends what was open when it was recorded.
 *
 * @param version the position of the incident's latest event; absent where a list shows the past, since nothing keeps what
 *     it was
 */
public record Incident(
        IncidentId incidentId,
        String title,
        Severity severity,
        IncidentStatus status,
        List<String> services,
        Detection detection,
        boolean detectionGap,
        boolean drill,
        @Nullable String summary,
        @Nullable String resolution,
        Instant declaredAt,
        @Nullable Instant impactStartedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant resolvedAt,
        @Nullable Closure closure,
        @Nullable FalseAlarm falseAlarm,
        @Nullable IncidentId mergedInto,
        List<Holder> roles,
        List<Impact.Window> impact,
        Durations durations,
        List<ProblemId> problems,
        @Nullable Long version) {

    /** Who holds a role, and since when. */
    public record Holder(Role role, String assignee, Instant since) {}

    /** When it was closed, and what was left open for which reason. */
    public record Closure(Instant at, @Nullable String reason, List<LooseEnd> leftOpen) {

        static Closure of(IncidentClosed event) {
            return new Closure(event.occurredAt(), event.reason(), event.leftOpen());
        }
    }

    /** Why it was none, and what it cost to find out. */
    public record FalseAlarm(Instant at, String reason, @Nullable String cost) {

        static FalseAlarm of(IncidentMarkedFalseAlarm event) {
            return new FalseAlarm(event.occurredAt(), event.reason(), event.cost());
        }
    }

    /** Nothing if the declaration is not among the entries. */
    public static Optional<Incident> of(Timeline timeline, @Nullable Long version) {
        return timeline.of(IncidentDeclared.class).stream()
                .findFirst()
                .map(declared -> of(timeline, declared, version));
    }

    private static Incident of(Timeline timeline, TimelineEntry<IncidentDeclared> opening, @Nullable Long version) {
        IncidentDeclared declared = opening.event();
        List<IncidentEvent> life = life(timeline);
        IncidentStatus status = statusAfter(life, declared.incidentId());
        TimelineEntry<IncidentResolved> resolved = status == IncidentStatus.RESOLVED || status == IncidentStatus.CLOSED
                ? timeline.standing(IncidentResolved.class).stream()
                        .max(Comparator.comparing(TimelineEntry::id))
                        .orElse(null)
                : null;
        Impact impact = Impact.of(timeline, resolved);
        var milestones = Milestones.of(timeline, opening, impact, resolved);
        SeverityChanged changed = last(life, SeverityChanged.class);
        return new Incident(
                declared.incidentId(),
                declared.title(),
                changed == null ? declared.severity() : changed.to(),
                status,
                declared.services(),
                declared.detection(),
                declared.detection().source().isDetectionGap(),
                declared.drill(),
                declared.summary(),
                resolved == null ? null : resolved.event().summary(),
                declared.occurredAt(),
                Milestones.timeOf(milestones.impactStarted()),
                Milestones.timeOf(milestones.mitigated()),
                Milestones.timeOf(milestones.resolved()),
                status == IncidentStatus.CLOSED ? last(life, IncidentClosed.class, Closure::of) : null,
                status == IncidentStatus.FALSE_ALARM
                        ? last(life, IncidentMarkedFalseAlarm.class, FalseAlarm::of)
                        : null,
                status == IncidentStatus.MERGED ? last(life, IncidentMerged.class, IncidentMerged::into) : null,
                holders(life),
                impact.windows(),
                Durations.between(milestones, status, declared.detection().source()),
                timeline.standing(IncidentLinkedToProblem.class).stream()
                        .map(entry -> entry.event().problemId())
                        .distinct()
                        .toList(),
                version);
    }

    public static Optional<Incident> of(IncidentDocument document) {
        return of(document, Viewpoint.HINDSIGHT);
    }

    /** As it stood; nothing if it had not been declared. */
    public static Optional<Incident> of(IncidentDocument document, Viewpoint viewpoint) {
        return of(document.timeline(viewpoint), viewpoint.knows(document.version()) ? document.version() : null);
    }

    /** When customers began to be hurt, or when it was declared if nobody said so. */
    public Instant startedAt() {
        return impactStartedAt == null ? declaredAt : impactStartedAt;
    }

    /** Where the incident stood after all that these entries tell. */
    public static IncidentStatus statusIn(Timeline timeline, IncidentId incidentId) {
        return statusAfter(life(timeline), incidentId);
    }

    private static List<IncidentEvent> life(Timeline timeline) {
        return timeline.entries().stream()
                .filter(TimelineEntry::standing)
                .sorted(Comparator.comparing(TimelineEntry::id))
                .<IncidentEvent>map(TimelineEntry::event)
                .toList();
    }

    private static IncidentStatus statusAfter(List<IncidentEvent> life, IncidentId incidentId) {
        IncidentStatus status = IncidentStatus.OPEN;
        for (IncidentEvent event : life) {
            status = switch (event) {
                case IncidentMitigated _ -> IncidentStatus.MITIGATED;
                case IncidentResolved _ -> IncidentStatus.RESOLVED;
                case IncidentReopened _ -> IncidentStatus.OPEN;
                case IncidentClosed _ -> IncidentStatus.CLOSED;
                case IncidentMarkedFalseAlarm _ -> IncidentStatus.FALSE_ALARM;
                // The timeline of an incident tells of those that were merged into it, too.
                case IncidentMerged merged -> merged.incidentId().equals(incidentId) ? IncidentStatus.MERGED : status;
                case IncidentDeclared _,PanicButtonPressed _,SeverityChanged _,RoleAssigned _,RoleReleased _,FindingAdded _ ->
                    status;
                case EntryPinned _,EntryUnpinned _,RunbookStepExecuted _,CheckInRecorded _ -> status;
                case ProblemRecurred _,PostmortemScheduled _,PostmortemSectionWritten _ -> status;
                case PostmortemPublished _,PostmortemWaived _ -> status;
                case HypothesisAssessed _,EntryCorrected _,EntryRetracted _,ImpactRecorded _ -> status;
                case RollbackStarted _,RollbackCompleted _,ChangeReapplied _,MitigationApplied _ -> status;
                case StakeholderUpdatePosted _,FiveWhysOwnerAssigned _,WhyAnswered _ -> status;
                case RootCauseIdentified _,FiveWhysCompleted _,ActionItemProposed _ -> status;
                case ActionItemVoteCast _,ActionItemAssigned _,ActionItemCompleted _ -> status;
                case ActionItemCancelled _,RetrospectiveNoteAdded _,IncidentLinkedToProblem _ -> status;
            };
        }
        return status;
    }

    private static <E extends IncidentEvent> @Nullable E last(List<IncidentEvent> life, Class<E> type) {
        return life.reversed().stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    private static <E extends IncidentEvent, T> @Nullable T last(
            List<IncidentEvent> life, Class<E> type, Function<E, T> told) {
        E last = last(life, type);
        return last == null ? null : told.apply(last);
    }

    private static List<Holder> holders(List<IncidentEvent> life) {
        var holders = new ArrayList<Holder>();
        for (IncidentEvent event : life) {
            if (event instanceof RoleAssigned assigned) {
                boolean handedOver = assigned.role() != Role.RESPONDER;
                holders.removeIf(holder -> holder.role() == assigned.role()
                        && (handedOver || holder.assignee().equals(assigned.assignee())));
                holders.add(new Holder(assigned.role(), assigned.assignee(), assigned.occurredAt()));
            } else if (event instanceof RoleReleased released) {
                holders.removeIf(holder -> holder.role() == released.role()
                        && holder.assignee().equals(released.assignee()));
            }
        }
        return holders.stream().sorted(Comparator.comparing(Holder::role)).toList();
    }
}
