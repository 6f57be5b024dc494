package dev.andon.query.readmodel;

import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** Read models of a test's own, for tests outside this package. */
public final class TestReadModels implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path directory;
    private final ReadModelStore store;
    private final ReadModels models;

    private TestReadModels(Path directory, FollowedLog log) {
        this.directory = directory;
        this.store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
        this.models = new ReadModels(new ReadModels.Surroundings(log, new EventDecoder(), store,
                ProjectionClaims.alwaysGranted(), 100, PATIENCE));
    }

    public static TestReadModels of(History history) {
        try {
            return new TestReadModels(Files.createTempDirectory("read-models"), history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ReadModel<TallyDocument> tally(String name) {
        return models.follow(new Tally(1) {

            @Override
            public String name() {
                return name;
            }
        });
    }

    @Override
    public void close() {
        models.close();
        store.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
