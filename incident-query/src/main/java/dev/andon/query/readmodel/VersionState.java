package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;

/**
 * How far the documents of one version have come.
 *
 * @param position what they reflect at least; single documents may be ahead of it
 * @param seen what they reflect at most; only if the log has this, each of them tells of what is in the log
 * @param complete whether they once reflected the whole log, and so may answer instead of an older version
 */
public record VersionState(ModelVersion version, long position, Bookmark seen, boolean complete) {}
