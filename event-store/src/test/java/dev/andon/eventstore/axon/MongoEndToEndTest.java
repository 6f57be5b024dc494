package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import dev.andon.eventstore.mongodb.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.AutoClose;

class MongoEndToEndTest extends EndToEndContract {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Override
    protected EventStore openStore() {
        return new EventStore(MongoEventLog.on(database.database(), true), Clock.systemUTC());
    }

    @Override
    protected EventStore openElsewhere(EventStore store) {
        return openStore();
    }

    @Override
    protected SegmentClaims openClaims() {
        return new MongoSegmentClaims(database.database());
    }
}
