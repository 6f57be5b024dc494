package dev.andon.query.http;

import dev.andon.query.QueryServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a server that has recorded a dozen incidents; each class has one of its own. */
abstract class AskedOfDozenIncidents {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    static QueryServer server;

    static long head;

    @BeforeAll
    static void start() {
        server = QueryServer.on(directory);
        head = server.record(DozenIncidents.history());
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
