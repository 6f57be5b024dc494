package dev.andon.query.followup;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes out of the incident, who answers for it, and whether the team stands behind it.
 *
 * @param incidentId the incident that it came out of
 * @param proposedAt when somebody proposed it
 * @param endedAt when it was done or given up
 * @param overdue whether it is open, and was due before the moment that was asked about; absent where none was
 * @param entryIds what all of this is recorded in, votes aside
 */
public record ActionItem(
        ActionItemId actionItemId,
        IncidentId incidentId,
        String title,
        ActionItemKind kind,
        @Nullable String owner,
        @Nullable Instant dueAt,
        Status status,
        @Nullable String note,
        Consensus consensus,
        Instant proposedAt,
        @Nullable Instant endedAt,
        @Nullable Boolean overdue,
        List<Long> entryIds) {

    /** Whether the work is still to be done. */
    public enum Status {
        OPEN,
        COMPLETED,
        CANCELLED
    }

    /**
     * The latest vote of each voter.
     *
     * @param agreed whether nobody is below 3; absent until somebody has voted
     * @param vetoedBy who voted 0
     */
    public record Consensus(@Nullable Boolean agreed, List<Vote> votes, List<String> vetoedBy) {

        private static final int AGREES = 3;

        static Consensus of(List<Vote> votes) {
            return new Consensus(
                    votes.isEmpty() ? null : votes.stream().allMatch(vote -> vote.score() >= AGREES),
                    votes,
                    votes.stream().filter(vote -> vote.score() == 0).map(Vote::voter).toList());
        }
    }

    /** How one voter thinks of it. */
    public record Vote(String voter, int score, @Nullable String comment) {}

    public static List<ActionItem> in(Timeline timeline) {
        return all(timeline).toList();
    }

    /** The same, and whether each is overdue then. */
    public static List<ActionItem> in(Timeline timeline, Instant now) {
        return all(timeline).map(item -> item.seenAt(now)).toList();
    }

    private static Stream<ActionItem> all(Timeline timeline) {
        List<TimelineEntry<?>> inOrderOfRecording = timeline.entries().stream()
                .filter(TimelineEntry::standing)
                .sorted(Comparator.comparing(TimelineEntry::id))
                .toList();
        Map<ActionItemId, ActionItem> items = new LinkedHashMap<>();
        for (TimelineEntry<?> entry : inOrderOfRecording) {
            if (entry.event() instanceof ActionItemProposed proposed) {
                items.put(proposed.actionItemId(), proposed(proposed, entry.id()));
            } else if (entry.event() instanceof ActionItemVoteCast vote) {
                items.computeIfPresent(vote.actionItemId(), (_, item) -> item.votedOn(vote));
            } else if (entry.event() instanceof ActionItemAssigned assigned) {
                items.computeIfPresent(assigned.actionItemId(), (_, item) -> item.assigned(assigned, entry.id()));
            } else if (entry.event() instanceof ActionItemCompleted done) {
                items.computeIfPresent(done.actionItemId(), (_, item) -> item.ended(
                        Status.COMPLETED, done.note(), done.occurredAt(), entry.id()));
            } else if (entry.event() instanceof ActionItemCancelled given) {
                items.computeIfPresent(given.actionItemId(), (_, item) -> item.ended(
                        Status.CANCELLED, given.reason(), given.occurredAt(), entry.id()));
            }
        }
        return items.values().stream();
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    private static ActionItem proposed(ActionItemProposed event, long entryId) {
        return new ActionItem(
                event.actionItemId(), event.incidentId(), event.title(), event.kind(), event.owner(), event.dueAt(),
                Status.OPEN, null, Consensus.of(List.of()), event.occurredAt(), null, null, List.of(entryId));
    }

    /** An assignment without a date leaves the one before it. */
    private ActionItem assigned(ActionItemAssigned event, long entryId) {
        return new ActionItem(
                actionItemId, incidentId, title, kind, event.owner(), event.dueAt() == null ? dueAt : event.dueAt(),
                status, note, consensus, proposedAt, endedAt, overdue, with(entryId));
    }

    private ActionItem ended(Status ended, @Nullable String why, Instant at, long entryId) {
        return new ActionItem(
                actionItemId, incidentId, title, kind, owner, dueAt, ended, why, consensus, proposedAt, at, overdue,
                with(entryId));
    }

    /** Whoever votes again thinks better of it, in the same place. */
    private ActionItem votedOn(ActionItemVoteCast event) {
        Map<String, Vote> votes = new LinkedHashMap<>();
        consensus.votes().forEach(vote -> votes.put(vote.voter(), vote));
        votes.put(event.voter(), new Vote(event.voter(), event.score(), event.comment()));
        return new ActionItem(
                actionItemId, incidentId, title, kind, owner, dueAt, status, note,
                Consensus.of(List.copyOf(votes.values())), proposedAt, endedAt, overdue, entryIds);
    }

    ActionItem seenAt(Instant now) {
        return new ActionItem(
                actionItemId, incidentId, title, kind, owner, dueAt, status, note, consensus, proposedAt, endedAt,
                open() && dueAt != null && dueAt.isBefore(now), entryIds);
    }

    private List<Long> with(long entryId) {
        var more = new ArrayList<>(entryIds);
        more.add(entryId);
        return List.copyOf(more);
    }
}
