package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.eventstore.sqlite.SqliteSegmentClaims;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteRestoredLogTest extends RestoredLogContract {

    @TempDir
    private Path directory;

    @Override
    protected EventStore openStore() {
        return new EventStore(SqliteEventLog.open(directory.resolve("log.db")), Clock.systemUTC());
    }

    @Override
    protected SegmentClaims openClaims() {
        return SqliteSegmentClaims.open(directory);
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
