package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.EventLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The loop that anybody would write with sqlite-jdbc: rows and their tags in one transaction for each batch, on disk when it
 * commits. With the settings of our own log, so that the difference is not one of configuration.
 */
final class PlainSqlite implements Ceiling.Twin<StoredCommit> {

    static final String NAME = "a plain sqlite-jdbc loop";

    private final EventLog original;
    private final Connection connection;
    private final PreparedStatement row;
    private final PreparedStatement tag;

    PlainSqlite(EventLog original, Path file) throws SQLException {
        this.original = original;
        this.connection = settings().createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE commits (
                      first INTEGER PRIMARY KEY, command_id TEXT UNIQUE, hash BLOB NOT NULL, body BLOB NOT NULL)""");
            statement.execute("""
                    CREATE TABLE tags (
                      tag TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (tag, first)) WITHOUT ROWID""");
        }
        connection.setAutoCommit(false);
        this.row = connection.prepareStatement("INSERT INTO commits VALUES (?, ?, ?, ?)");
        this.tag = connection.prepareStatement("INSERT INTO tags VALUES (?, ?)");
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setCacheSize(-8 * 1024);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "4000");
        config.setGetGeneratedKeys(false);
        return config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<StoredCommit> behind(long position, int limit) {
        return StoredCommit.behind(original, position, limit);
    }

    @Override
    public long lastPosition(StoredCommit commit) {
        return commit.last();
    }

    @Override
    public void write(List<StoredCommit> commits) throws SQLException {
        for (StoredCommit commit : commits) {
            row.setLong(1, commit.first());
            row.setString(2, commit.commandId());
            row.setBytes(3, commit.hash());
            row.setBytes(4, commit.body());
            row.executeUpdate();
            for (String text : commit.tags()) {
                tag.setString(1, text);
                tag.setLong(2, commit.first());
                tag.executeUpdate();
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
