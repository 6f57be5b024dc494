package dev.andon.eventstore;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far one segment of a processor has come. A processor's segments share its events out: together they cover every
 * event, and no two cover the same one.
 *
 * @param mask the bits by which an event falls to a segment; 0 if this one takes all events
 * @param progress opaque text; where it is a plain position, its decimal digits
 * @param claim who works on it, if anybody
 */
public record SegmentProgress(int segment, int mask, String progress, @Nullable Claim claim) {

    public static SegmentProgress unclaimed(int segment, int mask, String progress) {
        return new SegmentProgress(segment, mask, progress, null);
    }

    public boolean availableTo(String owner, Instant now) {
        return claim == null || claim.owner().equals(owner) || !claim.until().isAfter(now);
    }

    /**
     * The promise of one process to work on a segment.
     *
     * @param until when others may take over unless the owner has extended it, by the owner's clock, to the millisecond
     */
    public record Claim(String owner, Instant until) {

        public Claim {
            until = until.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
