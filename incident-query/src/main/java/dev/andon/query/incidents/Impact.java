package dev.andon.query.incidents;

import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When, for which services, and how badly customers were hurt, by start. */
public record Impact(List<Window> windows) {

    public Impact {
        windows = List.copyOf(windows);
    }

    /** One window; without {@code to} it is still open. */
    public record Window(
            List<String> services, Instant from, @Nullable Instant to, int degradedPercent,
            @Nullable String description) {}

    private record Start(List<String> services, Instant from) {}

    /**
     * What was recorded last about a window holds: an open one is closed by recording it again with its end, or by a
     * resolution that says when the impact ended.
     */
    static Impact of(Timeline timeline, @Nullable IncidentResolved resolved) {
        Map<Start, Window> windows = new LinkedHashMap<>();
        timeline.standing(ImpactRecorded.class).stream()
                .sorted(Comparator.comparing(TimelineEntry::id))
                .map(TimelineEntry::event)
                .forEach(event -> windows.put(
                        new Start(event.services(), event.from()),
                        new Window(
                                event.services(),
                                event.from(),
                                event.to() == null ? endGivenBy(resolved, event.from()) : event.to(),
                                event.degradedPercent(),
                                event.description())));
        return new Impact(windows.values().stream().sorted(Comparator.comparing(Window::from)).toList());
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
    Instant end() {
        return windows.stream().anyMatch(window -> window.to() == null)
                ? null
                : windows.stream()
                        .map(Window::to)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static @Nullable Instant endGivenBy(@Nullable IncidentResolved resolved, Instant from) {
        Instant ended = resolved == null ? null : resolved.impactEndedAt();
        return ended != null && !ended.isBefore(from) ? ended : null;
    }
}
