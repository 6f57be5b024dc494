package dev.andon.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class AnsweringModelTest {

    private static final DocumentKey KEY = DocumentKey.single("INC-1");
    private static final ModelVersion OLD = new ModelVersion("tally", 1);
    private static final ModelVersion OWN = new ModelVersion("tally", 2);

    private final History history = new History();

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private AnsweringModel<TallyDocument> model;

    @BeforeEach
    void start() {
        history.record(History.declared(1));
        store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
        model = new AnsweringModel<>(new Tally(2), history, store, new Bell(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void aReaderWaitsForAPosition() {
        model.answerFrom(stored(OWN, "smoke"), 6, true);

        StepVerifier.create(model.reached(7))
                .expectSubscription()
                .then(() -> model.answerFrom(stored(OWN, "smoke"), 8, true))
                .verifyComplete();
        StepVerifier.create(model.reached(8)).verifyComplete();
    }

    @Test
    void aReaderIsToldWhereTheModelIsWhenItWaitsTooLong() {
        model.answerFrom(stored(OWN, "smoke"), 6, true);

        StepVerifier.withVirtualTime(() -> model.reached(7))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(4_999))
                .thenAwait(Duration.ofMillis(1))
                .verifyErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(PositionNotReachedException.class)
                            .hasMessageContaining("position 6");
                    assertThat(((PositionNotReachedException) error).reached()).isEqualTo(6);
                    assertThat(((PositionNotReachedException) error).wanted()).isEqualTo(7);
                });
    }

    @Test
    void anAnswerIsNotTakenFromDocumentsThatWereDroppedMeanwhile() {
        // given
        DocumentStore old = stored(OLD, "old");
        old.complete().block();
        model.answerFrom(old, 1, false);
        assertThat(Awaited.answer(model.find(KEY)).texts()).containsExactly("old");
        // when another process takes over
        stored(OWN, "new").complete().block();
        store.drop(OLD).block();
        // then
        assertThat(Awaited.answer(model.find(KEY)).texts()).containsExactly("new");
        assertThat(Awaited.all(model.findAll())).hasSize(1);
        assertThat(Awaited.answer(model.findPage(DocumentQuery.first(5))).documents()).hasSize(1);
        assertThat(model.find(DocumentKey.single("INC-2")).blockOptional()).isEmpty();
    }

    @Test
    void nothingAnswersWhereNoVersionIsLeft() {
        DocumentStore old = stored(OLD, "old");
        model.answerFrom(old, 1, false);
        store.drop(OLD).block();

        StepVerifier.create(model.findAll()).verifyError(ReadModelUnavailableException.class);
    }

    @Test
    void anOldDocumentOfAnotherShapeIsNoAnswer() {
        DocumentStore old = Awaited.answer(store.open(OLD));
        old.write(List.of(change("{\"texts\":42}")), Awaited.answer(history.bookmark(1))).block();
        model.answerFrom(old, 1, false);

        StepVerifier.create(model.find(KEY)).verifyError(ReadModelUnavailableException.class);
    }

    @Test
    void theNewestCompleteVersionIsChosenBeforeOneThatIsBeingBuilt() {
        stored(new ModelVersion("tally", 7), "incomplete");
        stored(OWN, "own");
        assertThat(chosen()).isEqualTo(OWN);

        stored(OLD, "old").complete().block();
        assertThat(chosen()).isEqualTo(OLD);

        Awaited.answer(store.open(new ModelVersion("tally", 7))).complete().block();
        assertThat(chosen().version()).isEqualTo(7);

        Awaited.answer(store.open(OWN)).complete().block();
        assertThat(chosen()).isEqualTo(OWN);
    }

    @Test
    void aVersionOfAnotherHistoryIsNotChosenHoweverCompleteItIs() {
        stored(OLD, "old").complete().block();
        DocumentStore own = stored(OWN, "own");
        own.complete().block();
        own.write(List.of(), new Bookmark(2, Hash.ORIGIN)).block();
        assertThat(chosen()).isEqualTo(OLD);

        Awaited.answer(store.open(OLD)).write(List.of(), new Bookmark(2, Hash.ORIGIN)).block();
        assertThat(model.choose().blockOptional()).isEmpty();
        model.answerFrom(own, 1, true);
        model.answerNothing();
        StepVerifier.create(model.findAll()).verifyError(ReadModelUnavailableException.class);
        assertThat(Awaited.answer(model.position())).isZero();
    }

    private ModelVersion chosen() {
        return Awaited.answer(model.choose()).state().version();
    }

    private DocumentStore stored(ModelVersion version, String text) {
        DocumentStore documents = Awaited.answer(store.open(version));
        documents.write(List.of(change("{\"texts\":[\"%s\"]}".formatted(text))), Awaited.answer(history.bookmark(1)))
                .block();
        return documents;
    }

    private static DocumentChange change(String json) {
        return new DocumentChange(new StoredDocument(KEY, 1, json.getBytes(UTF_8)), Map.of());
    }
}
