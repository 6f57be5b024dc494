package dev.andon.query.incidents;

import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When, for which services, and how badly customers were hurt, by start. */
public record Impact(List<Window> windows) {

    public Impact {
        windows = List.copyOf(windows);
    }

    /**
     * One window; without {@code to} it is still open.
     *
     * @param entryIds what says so: the latest word on the window, and the resolution if that ended it
     */
    public record Window(
            List<String> services, Instant from, @Nullable Instant to, int degradedPercent,
            @Nullable String description, List<Long> entryIds) {}

    private record Start(List<String> services, Instant from) {}

    /**
     * What was recorded last about a window holds: an open one is closed by recording it again with its end, or by a
     * resolution that says when the impact ended.
     */
    static Impact of(Timeline timeline, @Nullable TimelineEntry<IncidentResolved> resolved) {
        Map<Start, Window> windows = new LinkedHashMap<>();
        timeline.standing(ImpactRecorded.class).stream()
                .sorted(Comparator.comparing(TimelineEntry::id))
                .forEach(entry -> windows.put(
                        new Start(entry.event().services(), entry.event().from()), window(entry, resolved)));
        return new Impact(windows.values().stream().sorted(Comparator.comparing(Window::from)).toList());
    }

    private static Window window(
            TimelineEntry<ImpactRecorded> entry, @Nullable TimelineEntry<IncidentResolved> resolved) {
        ImpactRecorded event = entry.event();
        Instant to = event.to();
        var entryIds = new ArrayList<>(List.of(entry.id()));
        if (to == null && resolved != null) {
            to = endGivenBy(resolved.event(), event.from());
            if (to != null) {
                entryIds.add(resolved.id());
            }
        }
        return new Window(
                event.services(), event.from(), to, event.degradedPercent(), event.description(),
                List.copyOf(entryIds));
    }

    /** How long customers were hurt, overlapping windows counted once; nothing while a window is open. */
    public @Nullable Duration total() {
        Duration total = Duration.ZERO;
        Instant counted = Instant.MIN;
        for (Window window : windows) {
            Instant to = window.to();
            if (to == null) {
                return null;
            }
            Instant from = window.from().isAfter(counted) ? window.from() : counted;
            if (to.isAfter(from)) {
                total = total.plus(Duration.between(from, to));
                counted = to;
            }
        }
        return windows.isEmpty() ? null : total;
    }

    /** When the last window ended; nothing while one is open. */
    @Nullable
    Milestone end() {
        Milestone end = null;
        for (Window window : windows) {
            Instant to = window.to();
            if (to == null) {
                return null;
            }
            end = end == null || to.isAfter(end.at()) ? new Milestone(to, window.entryIds()) : end;
        }
        return end;
    }

    private static @Nullable Instant endGivenBy(IncidentResolved resolved, Instant from) {
        Instant ended = resolved.impactEndedAt();
        return ended != null && !ended.isBefore(from) ? ended : null;
    }
}
