package dev.andon.eventstore.axon;

import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.TestDatabase;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;

/** Axon's own demands on an engine. */
class MongoStorageEngineSuiteTest extends StorageEngineTestSuite<AndonEventStorageEngine> {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Override
    protected AndonEventStorageEngine buildStorageEngine() {
        return Engines.on(MongoEventLog.on(database.database(), true));
    }

    @Override
    protected @Nullable ProcessingContext processingContext() {
        return null;
    }
}
