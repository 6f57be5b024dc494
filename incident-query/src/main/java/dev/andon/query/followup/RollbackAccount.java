package dev.andon.query.followup;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rollback, from its start to what became of the change.
 *
 * @param incidentId the incident that it was part of
 * @param plannedDuration what the change's rollback plan estimated; absent if there was no plan
 * @param measuredDuration from start to completion
 * @param entryIds what all of this is recorded in
 * @param reappliedAt when the change went live again; absent if it is still rolled back
 */
public record RollbackAccount(
        RollbackId rollbackId,
        IncidentId incidentId,
        @Nullable ChangeId changeId,
        RolledBackChange change,
        String reason,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable RollbackOutcome outcome,
        @Nullable String note,
        @Nullable Duration plannedDuration,
        @Nullable Duration measuredDuration,
        @Nullable Instant reappliedAt,
        @Nullable String reappliedBecause,
        List<Long> entryIds) {

    public static List<RollbackAccount> in(Timeline timeline) {
        return timeline.standing(RollbackStarted.class).stream().map(started -> of(started, timeline)).toList();
    }

    /** Nobody has said yet how it ended. */
    public boolean underWay() {
        return outcome == null;
    }

    /** The change was undone, and is not live again. */
    public boolean stillOut() {
        return outcome != null && outcome != RollbackOutcome.FAILED && reappliedAt == null;
    }

    public static RollbackAccount of(TimelineEntry<RollbackStarted> entry, Timeline timeline) {
        RollbackStarted started = entry.event();
        var completed = first(timeline.standing(RollbackCompleted.class), RollbackCompleted::rollbackId, started);
        var reapplied = first(timeline.standing(ChangeReapplied.class), ChangeReapplied::rollbackId, started);
        return new RollbackAccount(
                started.rollbackId(),
                started.incidentId(),
                started.changeId(),
                started.change(),
                started.reason(),
                started.occurredAt(),
                completed == null ? null : completed.occurredAt(),
                completed == null ? null : completed.event().outcome(),
                completed == null ? null : completed.event().note(),
                started.change().plannedDuration(),
                completed == null || completed.occurredAt().isBefore(started.occurredAt())
                        ? null
                        : Duration.between(started.occurredAt(), completed.occurredAt()),
                reapplied == null ? null : reapplied.occurredAt(),
                reapplied == null ? null : reapplied.event().reason(),
                Stream.of(entry, completed, reapplied)
                        .flatMap(Stream::ofNullable)
                        .map(TimelineEntry::id)
                        .toList());
    }

    private static <E extends IncidentEvent> @Nullable TimelineEntry<E> first(
            List<TimelineEntry<E>> entries, Function<E, RollbackId> rollbackOf, RollbackStarted started) {
        return entries.stream()
                .filter(entry -> rollbackOf.apply(entry.event()).equals(started.rollbackId()))
                .findFirst()
                .orElse(null);
    }
}
