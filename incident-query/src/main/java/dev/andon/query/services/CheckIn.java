package dev.andon.query.services;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.query.chronicles.Chronicle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a service was when somebody looked.
 *
 * @param incidentId the incident that it was made during, if it was during one
 * @param position where it is recorded
 */
public record CheckIn(
        String service,
        Health health,
        Map<String, Double> metrics,
        @Nullable String note,
        Instant at,
        Actor by,
        @Nullable IncidentId incidentId,
        long position) {

    public static Optional<CheckIn> in(Chronicle chronicle) {
        return chronicle.of(CheckInRecorded.class).stream().findFirst().map(CheckIn::of);
    }

    private static CheckIn of(Chronicle.Told<CheckInRecorded> told) {
        CheckInRecorded event = told.event();
        return new CheckIn(
                event.service(), event.health(), event.metrics(), event.note(), event.occurredAt(),
                told.recorded().actor(), event.incidentId(), told.position());
    }
}
