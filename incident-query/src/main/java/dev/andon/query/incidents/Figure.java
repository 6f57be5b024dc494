package dev.andon.query.incidents;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A length of time that explains itself. Where there is none, nothing is made up: a zero, or a negative length, would go into
 * averages and look like a fact.
 *
 * @param value the length, if it is recorded
 * @param state whether there is one, and whether there will be
 * @param reason from when to when it is measured, or why there is none
 * @param entryIds the entries that it comes from, or that contradict each other
 */
public record Figure(State state, @Nullable Duration value, String reason, List<Long> entryIds) {

    /** What is known of a length of time. */
    public enum State {
        /** Both its ends are recorded. */
        RECORDED,
        /** One of its ends is not recorded yet. */
        PENDING,
        /** There is nothing to measure, and nothing is to come. */
        NOT_APPLICABLE,
        /** Its end is recorded as before its start, so one of the two is wrong. */
        INVALID
    }

    public Figure {
        entryIds = List.copyOf(entryIds);
    }
}
