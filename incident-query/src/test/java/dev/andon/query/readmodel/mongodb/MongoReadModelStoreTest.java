package dev.andon.query.readmodel.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.DocumentChange;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentStore;
import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.ReadModelStoreContract;
import dev.andon.query.readmodel.StoredDocument;
import dev.andon.query.readmodel.VersionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class MongoReadModelStoreTest extends ReadModelStoreContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    @BeforeEach
    void sayWhatItRunsOn(TestReporter reporter) {
        reporter.publishEntry("server", TestMongo.serverName());
    }

    @Override
    protected ReadModelStore open() {
        return new MongoReadModelStore(mongo.database());
    }

    @Test
    void aWriterThatLostItsWorkToAnotherCannotPutOldDocumentsBack() {
        // given
        DocumentStore documents = Awaited.answer(open().open(new ModelVersion("weather", 3)));
        DocumentKey kept = DocumentKey.single("kept");
        DocumentKey gone = DocumentKey.single("gone");
        documents.write(List.of(change(kept, 5, "new", Map.of()), change(gone, 6, null, Map.of())), at(6)).block();
        // when
        documents.write(List.of(change(kept, 3, "old", Map.of()), change(gone, 2, "old", Map.of()),
                change(DocumentKey.single("other"), 3, "other", Map.of())), at(3)).block();
        // then
        assertThat(bodies(documents)).containsExactly("new", "other");
        assertThat(Awaited.answer(documents.load(Set.of(gone)))).extractingByKey(gone)
                .extracting(StoredDocument::position).isEqualTo(6L);
        assertThat(Awaited.answer(documents.state()).position()).isEqualTo(6);
    }

    @Test
    void whatDocumentsMayHaveSeenIsKnownBeforeAnyOfThemHas() {
        // given a writer that does not get its documents stored: they are larger than the server takes
        DocumentStore documents = Awaited.answer(open().open(new ModelVersion("weather", 3)));
        List<DocumentChange> tooLarge = List.of(
                change(DocumentKey.single("a"), 5, "a".repeat(17 * 1024 * 1024), Map.of()));
        // when
        assertThatThrownBy(() -> documents.write(tooLarge, at(5)).block()).isInstanceOf(RuntimeException.class);
        // then
        assertThat(documents.state().block()).returns(0L, VersionState::position).returns(at(5), VersionState::seen);
    }
}
