package dev.andon.eventstore.mongodb;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventLogContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;

@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class MongoEventLogTest extends EventLogContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    @Override
    protected EventLog open() {
        return mongo.connect();
    }

    @Override
    protected EventLog asSeenByAnother(EventLog log) {
        return mongo.connect();
    }
}
