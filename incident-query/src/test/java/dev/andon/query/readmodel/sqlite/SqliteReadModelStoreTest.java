package dev.andon.query.readmodel.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.DocumentChange;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentStore;
import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.ReadModelStoreContract;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadModelStoreTest extends ReadModelStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected ReadModelStore open() {
        return SqliteReadModelStore.open(directory.resolve("read-models.db"));
    }

    @Test
    void aBatchThatFailsHalfwayLeavesNeitherDocumentsNorPosition() {
        try (ReadModelStore store = open()) {
            // given
            DocumentStore documents = Awaited.answer(store.open(new ModelVersion("weather", 3)));
            List<DocumentChange> failing = new AbstractList<>() {

                @Override
                public DocumentChange get(int index) {
                    if (index == 1) {
                        throw new IllegalStateException("halfway");
                    }
                    return change(DocumentKey.single("a"), 1, "a", Map.of());
                }

                @Override
                public int size() {
                    return 2;
                }
            };
            // when
            assertThatThrownBy(() -> documents.write(failing, at(1)).block()).hasMessageContaining("halfway");
            // then
            assertThat(bodies(documents)).isEmpty();
            assertThat(Awaited.answer(documents.state()).position()).isZero();
            documents.write(List.of(change(DocumentKey.single("a"), 1, "a", Map.of())), at(1)).block();
            assertThat(bodies(documents)).hasSize(1);
        }
    }
}
