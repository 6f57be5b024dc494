package dev.andon.query.timeline.live;

import dev.andon.query.QueryServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LiveOnSqliteTest extends LiveContract {

    @TempDir
    private Path directory;

    @Override
    QueryServer serve() {
        return QueryServer.on(directory, SETTINGS);
    }
}
