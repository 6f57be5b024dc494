package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes where subjects occur, as numbers: written out, a tag and a type take more room than all else in the index, once
 * for every event. A number that a rolled back transaction has given is forgotten with it; kept, it would stand for
 * nothing in the file, and the next one to get it for something else.
 */
final class OccurrenceIndex {

    private static final String ADD_SUBJECT = "INSERT INTO subjects (tag, type, number) VALUES (?, ?, ?)";
    private static final String ADD_COMMAND = "INSERT INTO commands (fingerprint, first) VALUES (?, ?)";
    private static final String ADD_OCCURRENCE = "INSERT INTO occurrences (subject, first) VALUES (?, ?)";
    // each number is given for an occurrence, and occurrences are in this order
    private static final String GREATEST = "SELECT max(subject) FROM occurrences";
    private static final String MOVE = "UPDATE indexed SET up_to = ?";
    private static final String UP_TO = "SELECT up_to FROM indexed";

    private final StoreConnection connection;

    OccurrenceIndex(StoreConnection connection) {
        this.connection = connection;
    }

    /** In the transaction of the caller. Afterwards each commit up to this position is in the index. */
    void write(Backlog backlog, long upTo) throws SQLException {
        writeOccurrences(backlog.rows());
        writeResults(backlog.results());
        PreparedStatement move = connection.statement(MOVE);
        move.setLong(1, upTo);
        move.executeUpdate();
    }

    private void writeOccurrences(SortedMap<Subject, List<Long>> rows) throws SQLException {
        long greatest = number(GREATEST);
        PreparedStatement row = connection.statement(ADD_OCCURRENCE);
        for (Map.Entry<Subject, List<Long>> occurrences : rows.entrySet()) {
            long number = connection.numberOf(occurrences.getKey());
            if (number == 0) {
                number = ++greatest;
                add(occurrences.getKey(), number);
            }
            row.setLong(1, number);
            for (long first : occurrences.getValue()) {
                row.setLong(2, first);
                row.executeUpdate();
            }
        }
    }

    private void writeResults(List<Backlog.Result> results) throws SQLException {
        PreparedStatement row = connection.statement(ADD_COMMAND);
        for (Backlog.Result result : results) {
            row.setLong(1, result.fingerprint());
            row.setLong(2, result.first());
            row.executeUpdate();
        }
    }

    private void add(Subject subject, long number) throws SQLException {
        PreparedStatement row = connection.statement(ADD_SUBJECT);
        row.setString(1, subject.tag());
        row.setString(2, subject.type());
        row.setLong(3, number);
        row.executeUpdate();
    }

    /** What is indexed was in the log first; so a log that ends before that has lost its end, however sound the rest is. */
    void requireNothingBehind(Head head) throws SQLException {
        if (number(UP_TO) > head.position()) {
            throw new CorruptCommitException(head.position() + 1, "it is gone from the log, and still in the index");
        }
    }

    /** What stands in the log and not in the index. */
    List<Commit> missing() throws SQLException {
        return connection.commitsBehind(upTo());
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
