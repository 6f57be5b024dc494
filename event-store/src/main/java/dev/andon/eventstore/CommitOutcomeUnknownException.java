package dev.andon.eventstore;

/**
 * Nobody can say whether the commit is stored: the log did not answer for as long as the store insisted, and it may yet
 * turn up. To append the events again could record them twice; to look for the commit, at its position or by its command
 * id, tells as soon as the log answers.
 */
public final class CommitOutcomeUnknownException extends RuntimeException {

    private final String commitId;
    private final long position;

    CommitOutcomeUnknownException(Commit commit, Throwable cause) {
        super("Commit %s may or may not be stored at position %d".formatted(commit.id(), commit.first()), cause);
        this.commitId = commit.id();
        this.position = commit.first();
    }

    public String commitId() {
        return commitId;
    }

    /** Where it stands if it was stored. */
    public long position() {
        return position;
    }
}
