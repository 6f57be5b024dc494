package dev.andon.query.postmortem;

import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was told to whom, and when the next word was due. */
record StakeholderUpdate(
        String audience, String message, @Nullable String channel, Instant at, @Nullable Instant nextUpdateDueAt,
        List<Long> entryIds) {

    static List<StakeholderUpdate> in(Timeline timeline) {
        return timeline.standing(StakeholderUpdatePosted.class).stream()
                .map(entry -> new StakeholderUpdate(
                        entry.event().audience(),
                        entry.event().message(),
                        entry.event().channel(),
                        entry.occurredAt(),
                        entry.event().nextUpdateDueAt(),
                        List.of(entry.id())))
                .toList();
    }
}
