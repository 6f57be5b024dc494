package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.TestDatabase;
import org.junit.jupiter.api.AutoClose;

class MongoEventStorageEngineTest extends AndonEventStorageEngineContract {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Override
    protected EventLog open() {
        return MongoEventLog.on(database.database(), true);
    }
}
