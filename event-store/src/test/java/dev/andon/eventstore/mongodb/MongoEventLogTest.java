package dev.andon.eventstore.mongodb;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventLogContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestReporter;

@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class MongoEventLogTest extends EventLogContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) {
        reporter.publishEntry("server", TestMongo.serverName());
    }

    @Override
    protected EventLog open() {
        return mongo.connect();
    }

    @Override
    protected EventLog asSeenByAnother(EventLog log) {
        return mongo.connect();
    }
}
