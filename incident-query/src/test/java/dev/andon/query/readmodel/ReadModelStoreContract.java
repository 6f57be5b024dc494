package dev.andon.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of read models must do. */
public abstract class ReadModelStoreContract {

    private static final ModelVersion VERSION = new ModelVersion("weather", 1);
    private static final DocumentKey KEY = DocumentKey.single("one");

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private DocumentStore documents;

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
    void aNewVersionBeginsEmptyAtPositionZero() {
        assertThat(documents.state().block()).isEqualTo(state(VERSION, 0, false));
        assertThat(documents.findAll().collectList().block()).isEmpty();
        assertThat(documents.find(KEY).blockOptional()).isEmpty();
    }

    @Test
    void documentsAndPositionAreStillThereAfterReopening() {
        // given
        documents.write(List.of(change(KEY, 3, "{\"sky\":\"blau ☀ 𝄞\"}", Map.of())), at(4)).block();
        documents.complete().block();
        // when
        store.close();
        begin();
        // then
        assertThat(documents.state().block()).isEqualTo(state(VERSION, 4, true));
        assertThat(documents.find(KEY).map(ReadModelStoreContract::body).block())
                .isEqualTo("{\"sky\":\"blau ☀ 𝄞\"}");
        assertThat(documents.find(KEY).map(StoredDocument::position).block()).isEqualTo(3);
    }

    @Test
    void aDocumentIsReplacedByWhatItIsAtALaterEvent() {
        documents.write(List.of(change(KEY, 1, "a", Map.of("x", "1"))), at(1)).block();
        documents.write(List.of(change(KEY, 2, "b", Map.of("y", "1"))), at(2)).block();

        assertThat(documents.find(KEY).map(ReadModelStoreContract::body).block()).isEqualTo("b");
        assertThat(bodies(DocumentQuery.first(9).where("x", "1"))).as("the old field no longer finds it").isEmpty();
        assertThat(bodies(DocumentQuery.first(9).where("y", "1"))).containsExactly("b");
    }

    @Test
    void aDocumentThatIsGoneIsFoundByNobodyAndCanComeAgain() {
        // given
        documents.write(List.of(change(KEY, 1, "a", Map.of("x", "1"))), at(1)).block();
        // when
        documents.write(List.of(change(KEY, 2, null, Map.of())), at(2)).block();
        // then
        assertThat(documents.find(KEY).blockOptional()).isEmpty();
        assertThat(Awaited.all(documents.findChanged(1))).singleElement().extracting(StoredDocument::body).isNull();
        assertThat(Awaited.all(documents.findChanged(2))).isEmpty();
        assertThat(documents.findGroup("one").collectList().block()).isEmpty();
        assertThat(documents.findAll().collectList().block()).isEmpty();
        assertThat(bodies(DocumentQuery.first(9))).isEmpty();
        assertThat(bodies(DocumentQuery.first(9).where("x", "1"))).isEmpty();
        // and
        documents.write(List.of(change(KEY, 3, "again", Map.of())), at(3)).block();
        assertThat(documents.find(KEY).map(ReadModelStoreContract::body).block()).isEqualTo("again");
    }

    @Test
    void thePositionMovesWithoutDocumentsAndNeverBack() {
        documents.write(List.of(), at(7)).block();
        documents.write(List.of(), at(5)).block();

        assertThat(documents.state().map(VersionState::position).block()).isEqualTo(7);
        assertThat(documents.state().map(VersionState::seen).block()).isEqualTo(at(7));
    }

    @Test
    void manyDocumentsAreLoadedAtOnceAndUnknownOnesAreLeftOut() {
        // given
        List<DocumentChange> many = IntStream.range(0, 700)
                .mapToObj(i -> change(DocumentKey.numbered("g", i), 1, "d" + i, Map.of())).toList();
        documents.write(many, at(1)).block();
        // when
        var keys = new ArrayList<>(many.stream().map(each -> each.document().key()).toList());
        keys.add(new DocumentKey("nobody", "nowhere"));
        Map<DocumentKey, StoredDocument> loaded = Awaited.answer(documents.load(Set.copyOf(keys)));
        // then
        assertThat(loaded).hasSize(700);
        assertThat(loaded.values().stream().map(ReadModelStoreContract::body)).contains("d123");
    }

    @Test
    void aGroupIsReadInTheOrderOfItsIdsAndApartFromOtherGroups() {
        documents.write(List.of(
                change(DocumentKey.numbered("g", 10), 1, "ten", Map.of()),
                change(DocumentKey.numbered("g", 9), 1, "nine", Map.of()),
                change(new DocumentKey("g\0", "x"), 1, "other", Map.of()),
                change(DocumentKey.single("g"), 1, "itself", Map.of()),
                change(new DocumentKey("gg", ""), 1, "longer", Map.of())), at(1)).block();

        assertThat(documents.findGroup("g").map(ReadModelStoreContract::body).collectList().block())
                .containsExactly("itself", "nine", "ten");
        assertThat(documents.findGroupAfter("g", DocumentKey.numbered("g", 9).id()).map(ReadModelStoreContract::body)
                .collectList().block()).containsExactly("ten");
        assertThat(documents.findAll().map(ReadModelStoreContract::body).collectList().block())
                .containsExactly("itself", "nine", "ten", "other", "longer");
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

    @Test
    void versionsAreKeptApartAndListedOldestFirst() {
        // given
        documents.write(List.of(change(KEY, 5, "old", Map.of("x", "1"))), at(5)).block();
        documents.complete().block();
        DocumentStore next = Awaited.answer(store.open(new ModelVersion("weather", 2)));
        store.open(new ModelVersion("weather forecast", 1)).block();
        // when
        next.write(List.of(change(KEY, 2, "new", Map.of("x", "1"))), at(2)).block();
        // then
        assertThat(bodies(DocumentQuery.first(9).where("x", "1"))).containsExactly("old");
        assertThat(store.versions("weather").map(KeptVersion::state).collectList().block()).containsExactly(
                state(VERSION, 5, true), state(new ModelVersion("weather", 2), 2, false));
        assertThat(store.versions("weather").last().flatMapMany(kept -> kept.documents().findAll())
                .map(ReadModelStoreContract::body).collectList().block()).containsExactly("new");
    }

    @Test
    void generationsOfAVersionAreKeptApartAndListedOldestFirst() {
        // given
        documents.write(List.of(change(KEY, 5, "old", Map.of())), at(5)).block();
        documents.complete().block();
        DocumentStore again = Awaited.answer(store.open(VERSION.next()));
        assertThat(again.find(KEY).blockOptional()).isEmpty();
        // when
        again.write(List.of(change(KEY, 2, "new", Map.of())), at(2)).block();
        // then
        assertThat(store.versions("weather").map(KeptVersion::state).collectList().block()).containsExactly(
                state(VERSION, 5, true), state(new ModelVersion("weather", 1, 2), 2, false));
        store.drop(VERSION).block();
        assertThat(Awaited.all(store.versions("weather").flatMap(kept -> kept.documents().findAll())
                .map(ReadModelStoreContract::body))).containsExactly("new");
    }

    @Test
    void whereTheyStoppedIsRememberedUntilTheyShallTryAgain() {
        var failure = new ProjectionFailure(7, null, "\"Bad\" ☀");
        documents.fail(failure).block();
        store.close();
        begin();
        assertThat(documents.state().block()).extracting(VersionState::failure).isEqualTo(failure);
        assertThat(Awaited.answer(store.versions("weather").next()).state().failure()).isEqualTo(failure);

        documents.fail(null).block();
        assertThat(documents.state().block()).isEqualTo(state(VERSION, 0, false));
        store.drop(VERSION).block();
        assertThatThrownBy(() -> documents.fail(failure).block()).isInstanceOf(VersionDroppedException.class);
    }

    @Test
    void whoStillHoldsADroppedVersionIsToldAndCannotReachItsSuccessor() {
        // given
        documents.write(List.of(change(KEY, 1, "old", Map.of())), at(1)).block();
        store.drop(VERSION).block();
        assertThat(store.versions("weather").collectList().block()).isEmpty();
        DocumentStore successor = Awaited.answer(store.open(VERSION));
        assertThat(successor).isEqualTo(Awaited.answer(store.open(VERSION))).isNotEqualTo(documents);
        // then
        assertThat(documents.state().blockOptional()).isEmpty();
        List<DocumentChange> late = List.of(change(KEY, 2, "late", Map.of()));
        assertThatThrownBy(() -> documents.write(late, at(2)).block()).isInstanceOf(VersionDroppedException.class);
        assertThatThrownBy(() -> documents.complete().block()).isInstanceOf(VersionDroppedException.class);
        assertThat(successor.findAll().collectList().block()).isEmpty();
        assertThat(successor.state().block()).isEqualTo(state(VERSION, 0, false));
    }

    @Test
    void droppingWhatIsNotThereDoesNothing() {
        store.drop(new ModelVersion("nobody", 9)).block();

        assertThat(documents.state().hasElement().block()).isTrue();
    }

    private void weather() {
        documents.write(List.of(
                change(DocumentKey.single("a"), 1, "a", Map.of("sky", "blue", "wind", "1")),
                change(DocumentKey.single("b"), 2, "b", Map.of("sky", "grey", "wind", "3")),
                change(DocumentKey.single("c"), 3, "c", Map.of("sky", "blue", "wind", "2")),
                change(DocumentKey.single("d"), 4, "d", Map.of("sky", "blue", "wind", "2")),
                change(DocumentKey.single("e"), 5, "e", Map.of("sky", "grey"))), at(5)).block();
    }

    private List<String> bodies(DocumentQuery query) {
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

    private static VersionState state(ModelVersion version, long position, boolean complete) {
        return new VersionState(version, position, at(position), complete, null);
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
