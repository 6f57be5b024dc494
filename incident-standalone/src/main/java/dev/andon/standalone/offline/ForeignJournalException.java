package dev.andon.standalone.offline;

/** A journal is in order, but not of the log that is in the store. */
final class ForeignJournalException extends RuntimeException {

    ForeignJournalException(String message) {
        super(message);
    }
}
