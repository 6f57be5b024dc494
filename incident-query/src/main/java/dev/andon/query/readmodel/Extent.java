package dev.andon.query.readmodel;

import java.time.Instant;

/**
 * From where to where in history a document reaches. From behind all of it one sees what hindsight sees, and from before it
 * nothing at all; only who stands in between has to look closer.
 *
 * @param first the first position that it tells of
 * @param last the last one
 * @param earliest nothing that it tells of happened earlier, nor is said to have by a correction
 * @param latest nothing that it tells of happened later, or ended later
 */
public record Extent(long first, long last, Instant earliest, Instant latest) {

    /** Of a document that tells nothing. */
    public static final Extent NOTHING = new Extent(Long.MAX_VALUE, 0, Instant.MAX, Instant.MIN);

    boolean isBefore(Viewpoint viewpoint) {
        return viewpoint.knows(last) && viewpoint.hasHappened(latest);
    }

    boolean isBehind(Viewpoint viewpoint) {
        return !viewpoint.knows(first) || !viewpoint.hasHappened(earliest);
    }
}
