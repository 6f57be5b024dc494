package dev.andon.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where the log ends: the last position, and what the next commit must build on. */
public record Head(long position, Hash hash, Instant recordedAt) {

    /** The end of an empty log. */
    public static final Head ORIGIN = new Head(0, Hash.ORIGIN, Instant.EPOCH);

    /** When a commit that comes next is recorded: clocks are set back now and then, and the log must not be. */
    Instant laterOf(Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MILLIS);
        return time.isBefore(recordedAt) ? recordedAt : time;
    }
}
