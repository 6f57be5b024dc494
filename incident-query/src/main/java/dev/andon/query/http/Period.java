package dev.andon.query.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From an instant on, up to but without another; either end may be open. */
public record Period(@Nullable Instant from, @Nullable Instant to) {

    /** Reads {@code from} and {@code to}; a period that nothing can lie in is a mistake, not a question. */
    public static Period in(QueryParameters parameters) {
        var period = new Period(parameters.instant("from"), parameters.instant("to"));
        if (period.from != null && period.to != null && !period.from.isBefore(period.to)) {
            parameters.contradiction("to", "must be after from");
        }
        return period;
    }

    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
