package dev.andon.query.plannedevents;

import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.http.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match, a premiere, a sale, as it was announced.
 *
 * @param from when it begins
 * @param to when it ends
 * @param readinessCheckId the check that is made before it
 * @param scheduledAt when it was announced
 * @param position where it is recorded
 */
public record PlannedEvent(
        PlannedEventId plannedEventId,
        String title,
        Instant from,
        Instant to,
        String expectedLoad,
        List<String> services,
        List<String> contacts,
        @Nullable ReadinessCheckId readinessCheckId,
        Instant scheduledAt,
        long position) {

    public static PlannedEvent of(Chronicle chronicle) {
        var opening = chronicle.opening(PlannedEventScheduled.class);
        PlannedEventScheduled event = opening.event();
        return new PlannedEvent(
                event.plannedEventId(), event.title(), event.from(), event.to(), event.expectedLoad(),
                event.services(), event.contacts(), event.readinessCheckId(), event.occurredAt(), opening.position());
    }

    /** Whether any of it lies in the period. */
    public boolean overlaps(Period period) {
        Instant begins = period.from();
        Instant ends = period.to();
        return (begins == null || to.isAfter(begins)) && (ends == null || from.isBefore(ends));
    }
}
