package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.NewerStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

class NewerSqliteStoreTest extends NewerStoreContract {

    @TempDir
    Path directory;

    @Override
    protected EventLog open() {
        return SqliteEventLog.open(directory);
    }

    @Override
    protected EventLog openReadOnly() {
        return SqliteEventLog.openReadOnly(directory);
    }

    @Override
    protected void markAsFormat(int format) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("andon.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + format);
        }
    }
}
