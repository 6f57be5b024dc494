package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventStorageEngineTest extends AndonEventStorageEngineContract {

    @TempDir
    private Path directory;

    @Override
    protected EventLog open() {
        return SqliteEventLog.open(directory);
    }
}
