package dev.andon.command.axon;

import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.GapInLogException;
import dev.andon.kernel.json.UnknownEventException;

/** The log does not answer, so nothing could be decided, and nothing was recorded. To try again is safe. */
public final class LogUnreadable extends RuntimeException {

    private LogUnreadable(Throwable cause) {
        super("The log does not answer: " + cause.getMessage(), cause);
    }

    /** A log that is damaged, or newer than this program, is another matter: no later attempt will make it better. */
    public static RuntimeException unlessDamaged(Throwable failure) {
        return switch (failure) {
            case GapInLogException gap -> gap;
            case CorruptCommitException corrupt -> corrupt;
            case UnknownEventException unknown -> unknown;
            case LogUnreadable unreadable -> unreadable;
            default -> new LogUnreadable(failure);
        };
    }
}
