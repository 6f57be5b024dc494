package dev.andon.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every store of read models finds documents. */
public abstract class DocumentQueryContract {

    static final ModelVersion VERSION = new ModelVersion("weather", 1);
    static final DocumentKey KEY = DocumentKey.single("one");

    @SuppressWarnings("NullAway.Init")
    ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    DocumentStore documents;

    /** The same store each time, as after a restart. */
    protected abstract ReadModelStore open();

    @BeforeEach
    void begin() {
        store = open();
        documents = Awaited.answer(store.open(VERSION));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void conditionsMustAllHold() {
        weather();

        assertThat(bodies(DocumentQuery.first(9).where("sky", "blue"))).containsExactly("a", "c", "d");
        assertThat(bodies(DocumentQuery.first(9).where("sky", "blue").where("wind", "2"))).containsExactly("c", "d");
        assertThat(bodies(DocumentQuery.first(9).where("sky", "pink"))).isEmpty();
        assertThat(bodies(DocumentQuery.first(9).whereAtLeast("wind", "2").whereBelow("wind", "3")))
                .containsExactly("c", "d");
        assertThat(bodies(DocumentQuery.first(9).whereAtLeast("wind", "2").sortedBy("wind"))).containsExactly("c", "d",
                "b");
    }

    @Test
    void fieldsMayHaveAnyName() {
        documents.write(List.of(change(KEY, 1, "a", Map.of("service.pay.$api%2E", "yes"))), at(1)).block();

        assertThat(bodies(DocumentQuery.first(9).where("service.pay.$api%2E", "yes"))).containsExactly("a");
        assertThat(bodies(DocumentQuery.first(9).where("service.pay.$api.", "yes"))).isEmpty();
        assertThat(bodies(DocumentQuery.first(9).sortedBy("service.pay.$api%2E"))).containsExactly("a");
    }

    @Test
    void aFieldSortsAndTheKeyDecidesBetweenEqualValues() {
        weather();

        assertThat(bodies(DocumentQuery.first(9).sortedBy("wind"))).containsExactly("a", "c", "d", "b");
        assertThat(bodies(DocumentQuery.first(9).sortedBy("wind").fromTheEnd())).containsExactly("b", "d", "c", "a");
        assertThat(bodies(DocumentQuery.first(9).fromTheEnd())).containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    void pagesOfAnySizeGiveEveryDocumentOnceInOrder() {
        weather();

        for (int size = 1; size <= 5; size++) {
            assertThat(inPagesOf(DocumentQuery.first(size))).as("pages of %d", size).containsExactly("a", "b", "c", "d",
                    "e");
            assertThat(inPagesOf(DocumentQuery.first(size).sortedBy("wind"))).containsExactly("a", "c", "d", "b");
            assertThat(inPagesOf(DocumentQuery.first(size).sortedBy("wind").fromTheEnd())).containsExactly("b", "d",
                    "c", "a");
            assertThat(inPagesOf(DocumentQuery.first(size).where("sky", "blue").sortedBy("wind").fromTheEnd()))
                    .containsExactly("d", "c", "a");
        }
    }

    private void weather() {
        documents.write(List.of(
                change(DocumentKey.single("a"), 1, "a", Map.of("sky", "blue", "wind", "1")),
                change(DocumentKey.single("b"), 2, "b", Map.of("sky", "grey", "wind", "3")),
                change(DocumentKey.single("c"), 3, "c", Map.of("sky", "blue", "wind", "2")),
                change(DocumentKey.single("d"), 4, "d", Map.of("sky", "blue", "wind", "2")),
                change(DocumentKey.single("e"), 5, "e", Map.of("sky", "grey"))), at(5)).block();
    }

    List<String> bodies(DocumentQuery query) {
        return Awaited.all(documents.query(query).map(found -> body(found.document())));
    }

    private List<String> inPagesOf(DocumentQuery query) {
        List<String> all = new ArrayList<>();
        DocumentQuery next = query;
        while (true) {
            List<FoundDocument> page = Awaited.all(documents.query(next));
            assertThat(page).hasSizeLessThanOrEqualTo(query.limit());
            page.forEach(found -> all.add(body(found.document())));
            if (page.isEmpty()) {
                return all;
            }
            next = query.continuingAfter(Cursor.decode(page.getLast().cursor().encode()));
        }
    }

    /** All documents, in the order of their keys. */
    protected static List<String> bodies(DocumentStore documents) {
        return Awaited
                .all(documents.query(DocumentQuery.first(Integer.MAX_VALUE)).map(found -> body(found.document())));
    }

    /** In whatever history; one that differs from position to position. */
    protected static Bookmark at(long position) {
        return position == 0 ? Bookmark.START : new Bookmark(position, new Hash("%064x".formatted(position)));
    }

    protected static DocumentChange change(DocumentKey key, long position, @Nullable String body,
            Map<String, String> index) {
        return new DocumentChange(new StoredDocument(key, position, body == null ? null : body.getBytes(UTF_8)), index);
    }

    protected static String body(StoredDocument document) {
        return new String(Objects.requireNonNull(document.body()), UTF_8);
    }
}
