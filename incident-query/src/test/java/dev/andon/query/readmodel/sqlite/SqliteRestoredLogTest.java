package dev.andon.query.readmodel.sqlite;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.RestoredLogContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.io.TempDir;

class SqliteRestoredLogTest extends RestoredLogContract {

    @TempDir
    private Path directory;

    @Override
    protected EventLog openLog() {
        return SqliteEventLog.open(directory.resolve("log.db"));
    }

    @Override
    protected ReadModelStore openReadModels() {
        return SqliteReadModelStore.open(directory.resolve("read-models.db"));
    }

    @Override
    protected void backUp() {
        copy("log.db", "backup.db");
    }

    @Override
    protected void restore() {
        copy("backup.db", "log.db");
    }

    private void copy(String from, String to) {
        try {
            Files.copy(directory.resolve(from), directory.resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
