package dev.andon.query.postmortem;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.event.ChangeReapplied;
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
 * @param plannedDuration what the change's rollback plan estimated; absent if there was no plan
 * @param measuredDuration from start to completion
 * @param reappliedAt when the change went live again; absent if it is still rolled back
 */
record RollbackAccount(
        RollbackId rollbackId,
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

    static List<RollbackAccount> in(Timeline timeline) {
        return timeline.standing(RollbackStarted.class).stream()
                .map(started -> of(started.id(), started.event(), timeline))
                .toList();
    }

    private static RollbackAccount of(long entryId, RollbackStarted started, Timeline timeline) {
        TimelineEntry<RollbackCompleted> ended = timeline.standing(RollbackCompleted.class).stream()
                .filter(entry -> entry.event().rollbackId().equals(started.rollbackId()))
                .findFirst()
                .orElse(null);
        TimelineEntry<ChangeReapplied> again = timeline.standing(ChangeReapplied.class).stream()
                .filter(entry -> entry.event().rollbackId().equals(started.rollbackId()))
                .findFirst()
                .orElse(null);
        RollbackCompleted completed = ended == null ? null : ended.event();
        ChangeReapplied reapplied = again == null ? null : again.event();
        return new RollbackAccount(
                started.rollbackId(),
                started.changeId(),
                started.change(),
                started.reason(),
                started.occurredAt(),
                completed == null ? null : completed.occurredAt(),
                completed == null ? null : completed.outcome(),
                completed == null ? null : completed.note(),
                started.change().plannedDuration(),
                completed == null || completed.occurredAt().isBefore(started.occurredAt())
                        ? null
                        : Duration.between(started.occurredAt(), completed.occurredAt()),
                reapplied == null ? null : reapplied.occurredAt(),
                reapplied == null ? null : reapplied.reason(),
                Stream.of(Stream.of(entryId), Stream.ofNullable(ended).map(TimelineEntry::id),
                        Stream.ofNullable(again).map(TimelineEntry::id)).flatMap(Function.identity()).toList());
    }
}
