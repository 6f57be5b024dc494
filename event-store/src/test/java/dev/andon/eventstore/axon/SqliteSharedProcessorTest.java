package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.axon.SharingWorker.Note;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.eventstore.sqlite.SqliteSegmentClaims;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** One process owns the log, so the workers share it; each has a connection of its own to the claims. */
class SqliteSharedProcessorTest extends SharedProcessorContract {

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

    @Override
    protected Worker start(EventStore store, String owner, int maxSegments, Consumer<Note> journal) {
        return new SharingThread(store, openClaims(), owner, maxSegments, journal);
    }
}
