package dev.andon.eventstore;

/** The log holds the result of this command already. */
public final class CommandAlreadyRecordedException extends RuntimeException {

    private final Commit commit;

    public CommandAlreadyRecordedException(Commit commit) {
        super("Command " + commit.commandId() + " is recorded at position " + commit.first());
        this.commit = commit;
    }

    public Commit commit() {
        return commit;
    }
}
