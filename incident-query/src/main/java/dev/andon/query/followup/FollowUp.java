package dev.andon.query.followup;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.query.incidents.Incident;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one incident leaves to be done, at a viewpoint. */
public record FollowUp(
        IncidentId incidentId,
        String title,
        List<String> services,
        Severity severity,
        boolean drill,
        IncidentStatus status,
        @Nullable End end,
        List<RollbackAccount> rollbacks,
        FiveWhys fiveWhys,
        List<ActionItem> actionItems,
        List<PromisedUpdate> promisedUpdates,
        List<DecisionToReview> decisionsToReview,
        PostmortemState postmortem) {

    private static final Set<IncidentStatus> UNDER_WAY = EnumSet.of(IncidentStatus.OPEN, IncidentStatus.MITIGATED);

    /** When customers were fine again, and the entry that says so. */
    public record End(Instant at, long entryId) {}

    /** Nothing if the incident was not declared yet. It does not say whether work is overdue: {@link #seenAt} does. */
    public static Optional<FollowUp> of(FollowUpDocument document, Viewpoint viewpoint) {
        Timeline timeline = document.at(viewpoint);
        return timeline.of(IncidentDeclared.class).stream()
                .findFirst()
                .map(declared -> of(declared.event(), timeline));
    }

    private static FollowUp of(IncidentDeclared declared, Timeline timeline) {
        return new FollowUp(
                declared.incidentId(),
                declared.title(),
                declared.services(),
                timeline.standing(SeverityChanged.class).stream()
                        .max(Comparator.comparing(TimelineEntry::id))
                        .map(changed -> changed.event().to())
                        .orElse(declared.severity()),
                declared.drill(),
                Incident.statusIn(timeline, declared.incidentId()),
                timeline.standing(IncidentResolved.class).stream()
                        .max(Comparator.comparing(TimelineEntry::id))
                        .map(resolved -> new End(resolved.occurredAt(), resolved.id()))
                        .orElse(null),
                RollbackAccount.in(timeline),
                FiveWhys.in(timeline),
                ActionItem.in(timeline),
                PromisedUpdate.in(timeline),
                DecisionToReview.in(timeline),
                PostmortemState.in(timeline));
    }

    /** The same, and whether each piece of work is overdue then. */
    public FollowUp seenAt(Instant now) {
        return actionItems.isEmpty()
                ? this
                : new FollowUp(
                        incidentId, title, services, severity, drill, status, end, rollbacks, fiveWhys,
                        actionItems.stream().map(item -> item.seenAt(now)).toList(), promisedUpdates,
                        decisionsToReview, postmortem);
    }

    /** Whether customers are, or may be, hurt. */
    public boolean underWay() {
        return UNDER_WAY.contains(status);
    }

    /** Whether anybody is still to do anything about it; who closed it has said why what is left is left. */
    public boolean alive() {
        return underWay() || status == IncidentStatus.RESOLVED;
    }

    /** Whether somebody has to be reminded of something sooner or later, action items aside. */
    boolean pending() {
        return alive() && !drill
                && (rollbacks.stream().anyMatch(RollbackAccount::underWay)
                        || underWay() && !promisedUpdates.isEmpty()
                        || fiveWhys.begun() && !fiveWhys.completed()
                        || !decisionsToReview.isEmpty()
                        || needsPostmortem());
    }

    /** The severe ones are due one, once they are over. */
    public boolean needsPostmortem() {
        return status == IncidentStatus.RESOLVED && !drill && severity.compareTo(Severity.SEV2) <= 0
                && !postmortem.settled();
    }
}
