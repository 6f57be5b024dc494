package dev.andon.query.recurringproblems;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From an instant on, up to but without another; either end may be open. */
record Period(@Nullable Instant from, @Nullable Instant to) {

    boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
