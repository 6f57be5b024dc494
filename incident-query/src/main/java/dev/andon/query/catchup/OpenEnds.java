package dev.andon.query.catchup;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody, while an incident goes on.
 *
 * @param decisions those to wait and see, until somebody decides again
 * @param nextUpdate what stakeholders were promised last; absent if nothing was
 */
public record OpenEnds(List<WaitingDecision> decisions, @Nullable DueUpdate nextUpdate) {

    private static final OpenEnds NONE = new OpenEnds(List.of(), null);

    /**
     * Somebody is to look at it again.
     *
     * @param overdue whether the time for that has passed
     */
    public record WaitingDecision(long entryId, FindingId findingId, String text, Instant reviewAt, boolean overdue) {}

    /**
     * Somebody is to be told more.
     *
     * @param overdue whether the time for that has passed
     */
    public record DueUpdate(long entryId, String audience, Instant dueAt, boolean overdue) {}

    public OpenEnds {
        decisions = List.copyOf(decisions);
    }

    static OpenEnds of(IncidentStatus status, Timeline timeline, Instant now) {
        return switch (status) {
            case OPEN, MITIGATED -> new OpenEnds(decisions(timeline, now), nextUpdate(timeline, now));
            case RESOLVED, CLOSED, FALSE_ALARM, MERGED -> NONE;
        };
    }

    private static List<WaitingDecision> decisions(Timeline timeline, Instant now) {
        List<TimelineEntry<FindingAdded>> decided = timeline.standing(FindingAdded.class).stream()
                .filter(entry -> entry.event().kind() == FindingKind.DECISION)
                .toList();
        return decided.isEmpty() || decided.getLast().event().reviewAt() == null
                ? List.of()
                : decided.reversed().stream()
                        .takeWhile(entry -> entry.event().reviewAt() != null)
                        .map(entry -> waiting(entry, now))
                        .sorted(Comparator.comparing(WaitingDecision::reviewAt))
                        .toList();
    }

    private static WaitingDecision waiting(TimelineEntry<FindingAdded> entry, Instant now) {
        FindingAdded decision = entry.event();
        Instant reviewAt = Objects.requireNonNull(decision.reviewAt());
        return new WaitingDecision(
                entry.id(), decision.findingId(), decision.text(), reviewAt, reviewAt.isBefore(now));
    }

    private static @Nullable DueUpdate nextUpdate(Timeline timeline, Instant now) {
        List<TimelineEntry<StakeholderUpdatePosted>> told = timeline.standing(StakeholderUpdatePosted.class);
        if (told.isEmpty()) {
            return null;
        }
        TimelineEntry<StakeholderUpdatePosted> last = told.getLast();
        Instant dueAt = last.event().nextUpdateDueAt();
        return dueAt == null ? null : new DueUpdate(last.id(), last.event().audience(), dueAt, dueAt.isBefore(now));
    }
}
