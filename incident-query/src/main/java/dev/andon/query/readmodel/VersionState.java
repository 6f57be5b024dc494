package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;

/**
 * How far the documents of one version have come.
 *
 * @param reached what they reflect at least; single documents may be ahead of it
 * @param complete whether they once reflected the whole log, and so may answer instead of an older version
 */
public record VersionState(ModelVersion version, Bookmark reached, boolean complete) {

    public long position() {
        return reached.position();
    }
}
