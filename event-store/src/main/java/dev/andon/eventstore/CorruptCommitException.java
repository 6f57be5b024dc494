package dev.andon.eventstore;

import org.jspecify.annotations.Nullable;

/** What is stored at a position is not what Andon wrote there. Restore it from a backup; never skip it. */
public final class CorruptCommitException extends RuntimeException {

    private final long position;
    private final String reason;

    public CorruptCommitException(long position, String reason) {
        this(position, reason, null);
    }

    public CorruptCommitException(long position, String reason, @Nullable Throwable cause) {
        super("The commit at position %d is damaged: %s".formatted(position, reason), cause);
        this.position = position;
        this.reason = reason;
    }

    public long position() {
        return position;
    }

    public String reason() {
        return reason;
    }
}
