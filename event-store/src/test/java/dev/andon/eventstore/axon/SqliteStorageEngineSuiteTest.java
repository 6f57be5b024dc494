package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

/** Axon's own demands on an engine. */
class SqliteStorageEngineSuiteTest extends StorageEngineTestSuite<AndonEventStorageEngine> {

    @TempDir
    private static Path directory;

    @AutoClose
    private @Nullable EventLog log;

    @Override
    protected AndonEventStorageEngine buildStorageEngine() {
        log = SqliteEventLog.open(directory);
        return Engines.on(log);
    }

    @Override
    protected @Nullable ProcessingContext processingContext() {
        return null;
    }
}
