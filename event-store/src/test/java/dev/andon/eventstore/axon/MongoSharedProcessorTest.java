package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.axon.SharingWorker.Note;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import dev.andon.eventstore.mongodb.TestDatabase;
import java.time.Clock;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each worker is a process. */
@DisabledOnOs(OS.WINDOWS) // where a process cannot be stopped and woken by a signal
class MongoSharedProcessorTest extends SharedProcessorContract {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Override
    protected EventStore openStore() {
        return new EventStore(MongoEventLog.on(database.database(), true), Clock.systemUTC());
    }

    @Override
    protected SegmentClaims openClaims() {
        return new MongoSegmentClaims(database.database());
    }

    @Override
    protected Worker start(EventStore store, String owner, int maxSegments, Consumer<Note> journal) {
        return SharingProcess.start(database.uri(), database.name(), owner, maxSegments, journal);
    }
}
