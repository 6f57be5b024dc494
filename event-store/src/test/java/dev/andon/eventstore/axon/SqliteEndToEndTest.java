package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.eventstore.sqlite.SqliteSegmentClaims;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

class SqliteEndToEndTest extends EndToEndContract {

    @TempDir
    private Path directory;

    @Override
    protected EventStore openStore() {
        return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
    }

    @Override
    protected SegmentClaims openClaims() {
        return SqliteSegmentClaims.open(directory);
    }
}
