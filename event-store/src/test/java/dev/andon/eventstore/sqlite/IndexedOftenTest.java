package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Nobody sees whether a commit is in the index of the file already. */
class IndexedOftenTest extends EventLogContract {

    @TempDir
    Path directory;

    @Override
    protected EventLog open() {
        return IndexedOften.open(directory);
    }

    @Override
    protected EventLog asSeenByAnother(EventLog log) {
        return log; // a second process is refused, so what there can be is a second store in the same one
    }
}
