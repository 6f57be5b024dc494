package dev.andon.eventstore;

import java.time.Instant;

/** Where the log ends: the last position, and what the next commit must build on. */
public record Head(long position, Hash hash, Instant recordedAt) {

    /** The end of an empty log. */
    public static final Head ORIGIN = new Head(0, Hash.ORIGIN, Instant.EPOCH);
}
