package dev.andon.query.readmodel;

import static dev.andon.query.readmodel.Awaited.all;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of documents, and of groups of them, never hides what the store has. */
class RememberedDocumentsTest {

    private static final ModelVersion VERSION = new ModelVersion("weather", 1);

    private final List<String> decoded = new ArrayList<>();

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private DocumentStore documents;

    @BeforeEach
    void open() {
        store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
        documents = Awaited.answer(store.open(VERSION));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aGroupIsReadFromWhereItEndedTheLastTime() {
        var groups = new RememberedGroups<>(this::decode);
        write(entry(1), entry(2));
        assertThat(all(groups.find("g", documents, 2))).containsExactly("1", "2");
        write(entry(3));

        assertThat(all(groups.find("g", documents, 3))).containsExactly("1", "2", "3");
        assertThat(decoded).containsExactly("1", "2", "3");
    }

    @Test
    void anEntryThatIsWrittenBehindALaterOneIsNotMissed() {
        var groups = new RememberedGroups<>(this::decode);
        // given a batch that is stored in part: the store vouches for the first position only
        write(entry(1), entry(3));
        assertThat(all(groups.find("g", documents, 1))).containsExactly("1", "3");
        // when
        write(entry(2));
        // then
        assertThat(all(groups.find("g", documents, 3))).containsExactly("1", "2", "3");
        assertThat(all(groups.find("g", documents, 3))).containsExactly("1", "2", "3");
    }

    @Test
    void nothingIsRememberedOfDocumentsThatWereDropped() {
        var groups = new RememberedGroups<>(this::decode);
        var everything = new RememberedDocuments<>(this::decode);
        write(entry(1));
        assertThat(all(groups.find("g", documents, 1))).isEqualTo(values(everything, 1))
                .containsExactly("1");
        store.drop(VERSION).block();
        documents = Awaited.answer(store.open(VERSION));

        assertThat(all(groups.find("g", documents, 1))).isEmpty();
        assertThat(values(everything, 1)).isEmpty();
    }

    @Test
    void ofAllDocumentsOnlyThoseThatChangedAreReadAgain() {
        // given
        var everything = new RememberedDocuments<>(this::decode);
        write(change("a", 1, "a1"), change("b", 2, "b2"), change("c", 3, "c3"));
        assertThat(values(everything, 3)).containsExactly("a1", "b2", "c3");
        decoded.clear();
        // when
        write(change("b", 4, "b4"), change("c", 5, null), change("d", 6, "d6"));
        // then
        assertThat(values(everything, 4)).containsExactly("a1", "b4", "d6");
        assertThat(decoded).containsExactlyInAnyOrder("b4", "d6");
        // and what stood behind the position that is vouched for is looked for again
        write(change("e", 5, "e5"));
        assertThat(values(everything, 6)).containsExactly("a1", "b4", "d6", "e5");
    }

    @Test
    void whatThereIsNoRoomForIsWorkedOutEachTime() {
        var everything = new RememberedDocuments<>(this::decode, 3);
        write(change("a", 1, "a1"), change("b", 2, "b2"));
        assertThat(values(everything, 2)).containsExactly("a1", "b2");
        assertThat(values(everything, 2)).containsExactly("a1", "b2");
        assertThat(decoded).containsExactlyInAnyOrder("a1", "b2", "a1", "b2");
        // when there is again
        write(change("b", 3, null));
        assertThat(values(everything, 3)).containsExactly("a1");
        decoded.clear();
        // then
        assertThat(values(everything, 3)).containsExactly("a1");
        assertThat(decoded).isEmpty();
    }

    private List<String> values(RememberedDocuments<String> everything, long vouchedFor) {
        return List.copyOf(Awaited.answer(everything.find(documents, vouchedFor)).values());
    }

    private String decode(StoredDocument stored) {
        String text = new String(Objects.requireNonNull(stored.body()), UTF_8);
        decoded.add(text);
        return text;
    }

    private void write(DocumentChange... changes) {
        documents.write(Arrays.asList(changes), new Bookmark(1, Hash.ORIGIN)).block();
    }

    private static DocumentChange entry(long position) {
        return new DocumentChange(new StoredDocument(DocumentKey.numbered("g", position), position,
                Long.toString(position).getBytes(UTF_8)), Map.of());
    }

    private static DocumentChange change(String id, long position, @Nullable String body) {
        return new DocumentChange(new StoredDocument(DocumentKey.single(id), position,
                body == null ? null : body.getBytes(UTF_8)), Map.of());
    }
}
