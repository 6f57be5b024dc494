package dev.andon.query.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From where in history a question is answered. What was recorded behind the position is not known, corrections included;
 * what happened after {@code asOf} has not happened, whenever it was recorded. An answer at a viewpoint never changes.
 *
 * @param position the last position that is known
 * @param now what a clock on the wall showed: overdue is what was due before it
 * @param asOf nothing later has happened; without it, everything that is known has
 */
public record Viewpoint(long position, Instant now, @Nullable Instant asOf) {

    /** Everything that is recorded, whenever it happened. */
    public static final Viewpoint HINDSIGHT = new Viewpoint(Long.MAX_VALUE, Instant.MAX, null);

    public boolean knows(long recorded) {
        return recorded <= position;
    }

    public boolean hasHappened(Instant occurredAt) {
        return asOf == null || !occurredAt.isAfter(asOf);
    }
}
