package dev.andon.standalone.offline;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the log is: one of the two. */
final class Store {

    @Option(names = "--data-dir", paramLabel = "<directory>", required = true, description = "The data directory of a standalone server, or the .db file itself.")
    private @Nullable Path dataDirectory;

    @Option(names = "--mongodb-uri", paramLabel = "<uri>", required = true, description = "The connection string of the log's MongoDB.")
    private @Nullable String mongodbUri;

    /** A log that is there; nothing is changed. */
    EventLog openToRead() {
        return dataDirectory == null
                ? MongoEventLog.connectToRead(Objects.requireNonNull(mongodbUri))
                : SqliteEventLog.openReadOnly(dataDirectory);
    }

    /** A log that may not be there yet. */
    EventLog openToWrite(boolean standaloneAllowed) {
        return dataDirectory == null
                ? MongoEventLog.connect(Objects.requireNonNull(mongodbUri), standaloneAllowed)
                : SqliteEventLog.open(dataDirectory);
    }
}
