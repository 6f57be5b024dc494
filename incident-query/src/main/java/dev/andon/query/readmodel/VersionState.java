package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;
import org.jspecify.annotations.Nullable;

/**
 * How far the documents of one version have come.
 *
 * @param position what they reflect at least; single documents may be ahead of it
 * @param seen what they reflect at most; only if the log has this, each of them tells of what is in the log
 * @param complete whether they once reflected the whole log, and so may answer instead of an older version
 * @param failure the event that they stopped before; null if they go on, or shall try again
 */
public record VersionState(
        ModelVersion version,
        long position,
        Bookmark seen,
        boolean complete,
        @Nullable ProjectionFailure failure) {}
