package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.NewerStoreContract;
import dev.andon.eventstore.StoreRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
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
    protected int format() {
        return StoreFile.FORMAT;
    }

    @Override
    protected void markAsFormat(int format) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("andon.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + format);
        }
    }

    @Test
    void aStoreFromBeforeTheFirstReleaseIsRefusedAndLeftAsItWas() throws SQLException {
        markAsFormat(StoreFile.FORMAT - 1);

        assertThatThrownBy(this::open).isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("before its first release (format 1; this version knows 2)");
        assertThatThrownBy(this::openReadOnly).isInstanceOf(StoreRefusedException.class);

        markAsFormat(StoreFile.FORMAT);
        try (EventLog log = open()) {
            assertThat(await(log.head()).position()).isEqualTo(1);
        }
    }
}
