package dev.andon.query.postmortem;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work that comes out of the incident, who answers for it, and whether the team stands behind it. */
record ActionItem(
        ActionItemId actionItemId,
        String title,
        ActionItemKind kind,
        @Nullable String owner,
        @Nullable Instant dueAt,
        Status status,
        @Nullable String note,
        Consensus consensus,
        List<Long> entryIds) {

    /** Whether the work is still to be done. */
    enum Status {
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
    record Consensus(@Nullable Boolean agreed, List<Vote> votes, List<String> vetoedBy) {

        private static final int AGREES = 3;

        static Consensus of(List<Vote> votes) {
            return new Consensus(
                    votes.isEmpty() ? null : votes.stream().allMatch(vote -> vote.score() >= AGREES),
                    votes,
                    votes.stream().filter(vote -> vote.score() == 0).map(Vote::voter).toList());
        }
    }

    /** How one voter thinks of it. */
    record Vote(String voter, int score, @Nullable String comment) {}

    static List<ActionItem> in(Timeline timeline) {
        List<TimelineEntry<?>> inOrderOfRecording = timeline.entries().stream()
                .filter(TimelineEntry::standing)
                .sorted(Comparator.comparing(TimelineEntry::id))
                .toList();
        Map<ActionItemId, List<Long>> entryIds = new LinkedHashMap<>();
        Map<ActionItemId, ActionItem> items = new LinkedHashMap<>();
        Map<ActionItemId, Map<String, Vote>> votes = new LinkedHashMap<>();
        for (TimelineEntry<?> entry : inOrderOfRecording) {
            IncidentEvent event = entry.event();
            ActionItemId about = about(event);
            if (about != null) {
                entryIds.computeIfAbsent(about, _ -> new ArrayList<>()).add(entry.id());
            }
            if (event instanceof ActionItemProposed proposed) {
                items.put(proposed.actionItemId(), proposed(proposed));
            } else if (event instanceof ActionItemVoteCast vote) {
                votes.computeIfAbsent(vote.actionItemId(), _ -> new LinkedHashMap<>())
                        .put(vote.voter(), new Vote(vote.voter(), vote.score(), vote.comment()));
            } else if (event instanceof ActionItemAssigned assigned) {
                items.computeIfPresent(assigned.actionItemId(), (_, item) -> item.assigned(assigned));
            } else if (event instanceof ActionItemCompleted completed) {
                items.computeIfPresent(
                        completed.actionItemId(), (_, item) -> item.ended(Status.COMPLETED, completed.note()));
            } else if (event instanceof ActionItemCancelled cancelled) {
                items.computeIfPresent(
                        cancelled.actionItemId(), (_, item) -> item.ended(Status.CANCELLED, cancelled.reason()));
            }
        }
        return items.values().stream()
                .map(item -> item.votedOn(
                        votes.getOrDefault(item.actionItemId(), Map.of()),
                        entryIds.getOrDefault(item.actionItemId(), List.of())))
                .toList();
    }

    private static @Nullable ActionItemId about(IncidentEvent event) {
        return switch (event) {
            case ActionItemProposed proposed -> proposed.actionItemId();
            case ActionItemVoteCast vote -> vote.actionItemId();
            case ActionItemAssigned assigned -> assigned.actionItemId();
            case ActionItemCompleted completed -> completed.actionItemId();
            case ActionItemCancelled cancelled -> cancelled.actionItemId();
            default -> null;
        };
    }

    private static ActionItem proposed(ActionItemProposed event) {
        return new ActionItem(
                event.actionItemId(),
                event.title(),
                event.kind(),
                event.owner(),
                event.dueAt(),
                Status.OPEN,
                null,
                Consensus.of(List.of()),
                List.of());
    }

    private ActionItem assigned(ActionItemAssigned event) {
        return new ActionItem(
                actionItemId,
                title,
                kind,
                event.owner(),
                event.dueAt() == null ? dueAt : event.dueAt(),
                status,
                note,
                consensus,
                entryIds);
    }

    private ActionItem ended(Status ended, @Nullable String why) {
        return new ActionItem(actionItemId, title, kind, owner, dueAt, ended, why, consensus, entryIds);
    }

    private ActionItem votedOn(Map<String, Vote> votes, List<Long> entries) {
        return new ActionItem(
                actionItemId, title, kind, owner, dueAt, status, note, Consensus.of(List.copyOf(votes.values())),
                List.copyOf(entries));
    }
}
