package dev.andon.command.axon;

import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.GapInLogException;

/** The log does not answer, so nothing could be decided, and nothing was recorded. To try again is safe. */
public final class LogUnreadable extends RuntimeException {

    private LogUnreadable(Throwable cause) {
        super("The log does not answer: " + cause.getMessage(), cause);
    }

    /** A damaged log is another matter: it answers, and no later attempt will make it better. */
    public static RuntimeException unlessDamaged(Throwable failure) {
        return switch (failure) {
            case GapInLogException gap -> gap;
            case CorruptCommitException corrupt -> corrupt;
            case LogUnreadable unreadable -> unreadable;
            default -> new LogUnreadable(failure);
        };
    }
}
