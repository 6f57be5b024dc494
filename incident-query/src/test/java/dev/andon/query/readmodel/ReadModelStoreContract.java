package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of read models must do. */
public abstract class ReadModelStoreContract extends DocumentQueryContract {

    @Test
    void aNewVersionBeginsEmptyAtPositionZero() {
        assertThat(documents.state().block()).isEqualTo(state(VERSION, 0, false));
        assertThat(bodies(documents)).isEmpty();
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
        assertThat(documents.find(KEY).map(DocumentQueryContract::body).block())
                .isEqualTo("{\"sky\":\"blau ☀ 𝄞\"}");
        assertThat(documents.find(KEY).map(StoredDocument::position).block()).isEqualTo(3);
    }

    @Test
    void aDocumentIsReplacedByWhatItIsAtALaterEvent() {
        documents.write(List.of(change(KEY, 1, "a", Map.of("x", "1"))), at(1)).block();
        documents.write(List.of(change(KEY, 2, "b", Map.of("y", "1"))), at(2)).block();

        assertThat(documents.find(KEY).map(DocumentQueryContract::body).block()).isEqualTo("b");
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
        assertThat(bodies(documents)).isEmpty();
        assertThat(bodies(DocumentQuery.first(9))).isEmpty();
        assertThat(bodies(DocumentQuery.first(9).where("x", "1"))).isEmpty();
        // and
        documents.write(List.of(change(KEY, 3, "again", Map.of())), at(3)).block();
        assertThat(documents.find(KEY).map(DocumentQueryContract::body).block()).isEqualTo("again");
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
        assertThat(loaded.values().stream().map(DocumentQueryContract::body)).contains("d123");
    }

    @Test
    void aGroupIsReadInTheOrderOfItsIdsAndApartFromOtherGroups() {
        documents.write(List.of(
                change(DocumentKey.numbered("g", 10), 1, "ten", Map.of()),
                change(DocumentKey.numbered("g", 9), 1, "nine", Map.of()),
                change(new DocumentKey("g\0", "x"), 1, "other", Map.of()),
                change(DocumentKey.single("g"), 1, "itself", Map.of()),
                change(new DocumentKey("gg", ""), 1, "longer", Map.of())), at(1)).block();

        assertThat(documents.findGroup("g").map(DocumentQueryContract::body).collectList().block())
                .containsExactly("itself", "nine", "ten");
        assertThat(documents.findGroupAfter("g", DocumentKey.numbered("g", 9).id()).map(DocumentQueryContract::body)
                .collectList().block()).containsExactly("ten");
        assertThat(bodies(documents))
                .containsExactly("itself", "nine", "ten", "other", "longer");
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
        assertThat(bodies(Awaited.answer(store.versions("weather").last()).documents())).containsExactly("new");
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
        assertThat(Awaited.all(store.versions("weather"))).singleElement()
                .satisfies(kept -> assertThat(bodies(kept.documents())).containsExactly("new"));
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
        assertThat(bodies(successor)).isEmpty();
        assertThat(successor.state().block()).isEqualTo(state(VERSION, 0, false));
    }

    @Test
    void droppingWhatIsNotThereDoesNothing() {
        store.drop(new ModelVersion("nobody", 9)).block();

        assertThat(documents.state().hasElement().block()).isTrue();
    }

    private static VersionState state(ModelVersion version, long position, boolean complete) {
        return new VersionState(version, position, at(position), complete, null);
    }
}
