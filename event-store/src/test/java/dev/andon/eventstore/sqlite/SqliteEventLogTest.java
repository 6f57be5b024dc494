package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventLogTest extends EventLogContract {

    @TempDir
    Path directory;

    @Override
    protected EventLog open() {
        return SqliteEventLog.open(directory);
    }

    @Override
    protected EventLog asSeenByAnother(EventLog log) {
        return log; // a second process is refused, so what there can be is a second store in the same one
    }
}
