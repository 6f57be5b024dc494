package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Writes where subjects occur, as numbers: written out, a tag and a type take more room than all else in the index, once
 * for every event. A number that a rolled back transaction has given is forgotten with it; kept, it would stand for
 * nothing in the file, and the next one to get it for something else.
 */
final class OccurrenceIndex {

    private static final String ADD_SUBJECT = "INSERT OR IGNORE INTO subjects (tag, type, number) VALUES (?, ?, ?)";
    private static final String ADD_COMMAND = "INSERT OR IGNORE INTO commands (fingerprint, first) VALUES (?, ?)";
    private static final String ADD_OCCURRENCE = "INSERT OR IGNORE INTO occurrences (subject, first) VALUES (?, ?)";
    // each number is given for an occurrence, and occurrences are in this order
    private static final String GREATEST = "SELECT max(subject) FROM occurrences";
    private static final String MOVE = "UPDATE indexed SET up_to = ?";
    private static final String UP_TO = "SELECT up_to FROM indexed";

    private final StoreConnection connection;

    OccurrenceIndex(StoreConnection connection) {
        this.connection = connection;
    }

    /** In the transaction of the caller. Rows that are there already, of what a writer that died had begun, stay. */
    void write(Backlog.Slice slice) throws SQLException {
        Subject last = null;
        long number = 0;
        long greatest = slice.rows().isEmpty() ? 0 : number(GREATEST);
        for (IndexRow row : slice.rows()) {
            switch (row) {
                case IndexRow.Result result -> insert(ADD_COMMAND, result.fingerprint(), result.first());
                case IndexRow.Occurrence occurrence -> {
                    if (!occurrence.subject().equals(last)) {
                        last = occurrence.subject();
                        number = numberOf(last, greatest + 1);
                        greatest = Math.max(greatest, number);
                    }
                    insert(ADD_OCCURRENCE, number, occurrence.first());
                }
            }
        }
        if (slice.complete() > 0) {
            PreparedStatement move = connection.statement(MOVE);
            move.setLong(1, slice.complete());
            move.executeUpdate();
        }
    }

    private void insert(String row, long key, long first) throws SQLException {
        PreparedStatement insert = connection.statement(row);
        insert.setLong(1, key);
        insert.setLong(2, first);
        insert.executeUpdate();
    }

    /**
     * The new one is given if there was none: an occurrence has to follow in the same transaction. Most tags are those of
     * one commit, so to look first would mostly be to look in vain.
     */
    private long numberOf(Subject subject, long newNumber) throws SQLException {
        PreparedStatement row = connection.statement(ADD_SUBJECT);
        row.setString(1, subject.tag());
        row.setString(2, subject.type());
        row.setLong(3, newNumber);
        return row.executeUpdate() == 1 ? newNumber : connection.numberOf(subject);
    }

    /** What is indexed was in the log first; so a log that ends before that has lost its end, however sound the rest is. */
    void requireNothingBehind(Head head) throws SQLException {
        if (number(UP_TO) > head.position()) {
            throw new CorruptCommitException(head.position() + 1, "it is gone from the log, and still in the index");
        }
    }

    /** What it does not have, or has in part, of what stands in the log. */
    IndexRows missing() throws SQLException {
        IndexRows missing = new IndexRows();
        connection.forEachCommitBehind(upTo(), missing::add);
        return missing;
    }

    /** Each commit up to this position is in the index. */
    long upTo() throws SQLException {
        return number(UP_TO);
    }

    private long number(String query) throws SQLException {
        try (ResultSet row = connection.statement(query).executeQuery()) {
            return row.getLong(1);
        }
    }
}
