package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.EventLog;
import java.nio.file.Path;

/** A log whose index is written as soon as there is a little of it: in a test, a backlog of the usual size never fills. */
public final class IndexedOften {

    private static final int ROWS = 64;

    private IndexedOften() {}

    public static EventLog open(Path directoryOrFile) {
        return SqliteEventLog.open(directoryOrFile, ROWS);
    }
}
