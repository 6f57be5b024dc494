package dev.andon.query.servicelevels;

import dev.andon.kernel.IncidentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An impact window, as far as it lies in the period.
 *
 * @param from when customers began to be hurt, or the period began
 * @param to when they were hurt no more, or the period ended, or the moment that is asked about
 * @param open whether nobody has said yet that it ended: it is counted up to the moment that is asked about
 * @param note what is odd about it
 * @param entryIds what says so
 */
public record CountedWindow(
        IncidentId incidentId,
        Instant from,
        Instant to,
        int degradedPercent,
        boolean open,
        @Nullable String note,
        List<Long> entryIds) {

    Downtime.Span span() {
        return new Downtime.Span(from, to, degradedPercent);
    }
}
