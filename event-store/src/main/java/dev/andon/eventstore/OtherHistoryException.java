package dev.andon.eventstore;

/** Somebody has seen events that this log does not have: it is another log, or was restored from an older backup. */
public final class OtherHistoryException extends RuntimeException {

    private OtherHistoryException(String message) {
        super(message);
    }

    static OtherHistoryException endsBefore(long position, Head head) {
        return new OtherHistoryException(
                "Position %d was seen, but the log ends at position %d: it is another log, or was restored from an older backup"
                        .formatted(position, head.position()));
    }

    static OtherHistoryException differsAt(Bookmark seen, Head found) {
        return new OtherHistoryException(
                "Position %d was seen in a commit with the hash %s, but the log has %s there: it is another log, or was restored from an older backup and has grown since"
                        .formatted(seen.position(), seen.hash(), found.hash()));
    }
}
