package dev.andon.eventstore.sqlite;

/** What the index in the file says of one commit, in one place. */
sealed interface IndexRow {

    /** Where the commit begins. */
    long first();

    record Occurrence(Subject subject, long first) implements IndexRow {}

    record Result(long fingerprint, long first) implements IndexRow {}
}
