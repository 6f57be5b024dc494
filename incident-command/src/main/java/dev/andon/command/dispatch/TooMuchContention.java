package dev.andon.command.dispatch;

/** Others were faster, time after time. Nothing was recorded; the same command may be sent again. */
public final class TooMuchContention extends RuntimeException {

    public TooMuchContention(int attempts, Throwable last) {
        super("Others changed what this command depends on, %d times in a row. Nothing was recorded; send it again."
                .formatted(attempts), last);
    }
}
