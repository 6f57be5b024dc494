package dev.andon.query.postmortem;

import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.query.incidents.Impact;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one service was hurt.
 *
 * @param lasted overlapping windows counted once; absent while a window is open
 * @param worstPercent the greatest degradation of any of its windows
 */
record Hurt(String service, @Nullable Duration lasted, int worstPercent, List<Long> entryIds) {

    static List<Hurt> in(List<Impact.Window> windows, Timeline timeline) {
        return windows.stream()
                .flatMap(window -> window.services().stream())
                .distinct()
                .map(service -> of(
                        service,
                        windows.stream().filter(window -> window.services().contains(service)).toList(),
                        timeline))
                .toList();
    }

    private static Hurt of(String service, List<Impact.Window> windows, Timeline timeline) {
        return new Hurt(
                service,
                new Impact(windows).total(),
                windows.stream().mapToInt(Impact.Window::degradedPercent).max().orElse(0),
                timeline.standing(ImpactRecorded.class).stream()
                        .filter(entry -> entry.event().services().contains(service))
                        .map(TimelineEntry::id)
                        .toList());
    }
}
