package dev.andon.query.readmodel.sqlite;

import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.RebuildingProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.util.FileSystemUtils;

class SqliteRebuildingTest extends RebuildingProperty {

    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private int opened;

    @BeforeProperty
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory("read-models");
    }

    @AfterProperty
    void deleteDirectory() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    @Override
    protected ReadModelStore open() {
        opened++;
        return SqliteReadModelStore.open(directory.resolve("read-models-" + opened + ".db"));
    }
}
