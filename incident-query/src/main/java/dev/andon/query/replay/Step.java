package dev.andon.query.replay;

import dev.andon.query.situation.Situation;
import dev.andon.query.timeline.TimelineDocument.Line;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a replay: what was recorded, and what was known with it.
 *
 * @param step from 1 on
 * @param remaining how many steps follow
 * @param entry as it read when it was recorded
 * @param situation after this step; absent as long as nothing is declared
 * @param changed how it differs from the situation before
 */
public record Step(
        int step,
        int remaining,
        long position,
        Instant recordedAt,
        Line entry,
        @Nullable Situation situation,
        List<Change> changed) {

    public Step {
        changed = List.copyOf(changed);
    }

    /**
     * One thing that is different now. What is new has no {@code from}, and what is gone has no {@code to}.
     *
     * @param what {@code status}, {@code severity}, {@code role}, {@code hypothesis} or {@code rollback}
     * @param id of a role, a hypothesis or a rollback
     * @param name what the identifier stands for
     */
    public record Change(
            String what, @Nullable String id, @Nullable String name, @Nullable String from, @Nullable String to) {}
}
