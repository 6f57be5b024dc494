package dev.andon.query.followup;

import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The next word to an audience, promised in the last one. An update that promises no other keeps the promise before it.
 *
 * @param promisedAt when the last update was posted
 */
public record PromisedUpdate(String audience, Instant promisedAt, Instant dueAt, long entryId) {

    static List<PromisedUpdate> in(Timeline timeline) {
        Map<String, TimelineEntry<StakeholderUpdatePosted>> last = new LinkedHashMap<>();
        timeline.standing(StakeholderUpdatePosted.class)
                .forEach(entry -> last.put(entry.event().audience(), entry));
        return last.values().stream().flatMap(entry -> of(entry).stream()).toList();
    }

    private static List<PromisedUpdate> of(TimelineEntry<StakeholderUpdatePosted> entry) {
        Instant due = entry.event().nextUpdateDueAt();
        return due == null
                ? List.of()
                : List.of(new PromisedUpdate(entry.event().audience(), entry.occurredAt(), due, entry.id()));
    }
}
