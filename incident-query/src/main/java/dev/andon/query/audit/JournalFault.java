package dev.andon.query.audit;

/** Something is wrong with a journal, in this line of it. */
public final class JournalFault extends RuntimeException {

    JournalFault(long line, String message) {
        super("Line %d %s".formatted(line, message));
    }
}
