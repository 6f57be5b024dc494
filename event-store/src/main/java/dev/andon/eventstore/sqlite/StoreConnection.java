package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection with its prepared statements, used by one thread at a time. */
final class StoreConnection implements AutoCloseable {

    private static final int TAGS_OF_A_STRETCH = 32;
    private static final String COMMIT = "SELECT first, hash, body FROM commits ";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    StoreConnection(Connection connection) {
        this.connection = connection;
    }

    Connection jdbc() {
        return connection;
    }

    /** The driver would try after each row to begin and to end one, which costs as much as some rows do. */
    void leaveTransactionsToStatements() throws SQLException {
        connection.setAutoCommit(false);
        execute("COMMIT");
    }

    void execute(String sql) throws SQLException {
        statement(sql).execute();
    }

    /** The statement is this connection's to close; the same text gives the same statement again. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /** The driver closes a statement that fails for want of space, and says nothing. */
    void prepareAnew() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    PreparedStatement commits(String condition) throws SQLException {
        return statement(COMMIT + condition);
    }

    Optional<Commit> lastCommit() throws SQLException {
        return only(commits("ORDER BY first DESC LIMIT 1"));
    }

    Optional<Commit> lastCommitUpTo(long first) throws SQLException {
        PreparedStatement statement = commits("WHERE first <= ? ORDER BY first DESC LIMIT 1");
        statement.setLong(1, first);
        return only(statement);
    }

    Optional<Commit> commitAt(long first) throws SQLException {
        PreparedStatement statement = commits("WHERE first = ?");
        statement.setLong(1, first);
        return only(statement);
    }

    /** As far as the index goes. */
    Optional<Commit> commitOf(String commandId) throws SQLException {
        PreparedStatement statement = commits("WHERE first IN (SELECT first FROM commands WHERE fingerprint = ?)");
        statement.setLong(1, CommandFingerprint.of(commandId));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Commit commit = commit(rows);
                if (commandId.equals(commit.commandId())) {
                    return Optional.of(commit);
                }
            }
        }
        return Optional.empty();
    }

    /** One after the other, since they may be more than the memory holds. */
    void forEachCommitBehind(long position, Consumer<Commit> action) throws SQLException {
        PreparedStatement statement = commits("WHERE first > ? ORDER BY first");
        statement.setLong(1, position);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                action.accept(commit(rows));
            }
        }
    }

    /** What stands for it in the index; 0 if it does not occur there. */
    long numberOf(Subject subject) throws SQLException {
        PreparedStatement statement = statement("SELECT number FROM subjects WHERE tag = ? AND type = ?");
        statement.setString(1, subject.tag());
        statement.setString(2, subject.type());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** From behind the last tag in the index that comes before this one, encoded, up to a few tags behind it. */
    Stretch stretchAround(String tag) throws SQLException {
        PreparedStatement before = statement("SELECT max(tag) FROM subjects WHERE tag < ?");
        PreparedStatement from = statement("SELECT DISTINCT tag FROM subjects WHERE tag >= ? ORDER BY tag LIMIT ?");
        before.setString(1, tag);
        from.setString(1, tag);
        from.setInt(2, TAGS_OF_A_STRETCH + 1);
        try (ResultSet last = before.executeQuery(); ResultSet following = from.executeQuery()) {
            List<String> tags = new ArrayList<>();
            while (following.next()) {
                tags.add(following.getString(1));
            }
            String next = tags.size() > TAGS_OF_A_STRETCH ? tags.removeLast() : null;
            return new Stretch(last.getString(1), tags, next);
        }
    }

    /** Where the commit begins that holds this position. */
    long startOfCommitAt(long position) throws SQLException {
        PreparedStatement statement = statement("SELECT max(first) FROM commits WHERE first <= ?");
        statement.setLong(1, position);
        try (ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }

    private static Optional<Commit> only(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(commit(rows)) : Optional.empty();
        }
    }

    static Commit commit(ResultSet row) throws SQLException {
        return CommitRow.of(row).commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
