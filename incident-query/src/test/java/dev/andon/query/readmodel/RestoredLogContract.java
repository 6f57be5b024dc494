package dev.andon.query.readmodel;

import static dev.andon.query.readmodel.Awaited.all;
import static dev.andon.query.readmodel.Awaited.answer;
import static dev.andon.query.readmodel.History.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A log that is put back to an older copy of itself, beside read models that are not. */
public abstract class RestoredLogContract {

    private static final DocumentKey FIRST = DocumentKey.single("INC-1");

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @SuppressWarnings("NullAway.Init")
    private ReadModels models;

    /** Opens the one log of this test. */
    protected abstract EventLog openLog();

    protected abstract ReadModelStore openReadModels();

    /** The log is closed meanwhile. */
    protected abstract void backUp();

    /** Back to {@link #backUp}; the log is closed meanwhile. */
    protected abstract void restore();

    @BeforeEach
    void open() {
        store = openReadModels();
        start();
    }

    @AfterEach
    void close() {
        stop();
        store.close();
    }

    @Test
    void whatTheLogHasLostIsNotToldAnyMore() {
        // given
        reached(follow(1), append("smoke"));
        backedUp();
        reached(follow(1), append("lost"));
        // when
        restored();
        ReadModel<TallyDocument> tally = follow(1);
        // then
        assertThat(texts(tally)).doesNotContain("lost");
        reached(tally, 1);
        assertThat(texts(tally)).containsExactly("smoke");
        reached(tally, append("fire"));
        assertThat(texts(tally)).containsExactly("smoke", "fire");
    }

    @Test
    void whatTheLogHasInsteadIsToldAlsoUpToThePositionThatWasReachedBefore() {
        // given
        reached(follow(1), append("smoke"));
        backedUp();
        append("lost");
        reached(follow(1), append("lost as well"));
        // when the log grows past the read model before anybody looks
        restored();
        append("fire");
        append("water");
        append("ash");
        ReadModel<TallyDocument> tally = follow(1);
        // then
        assertThat(texts(tally)).doesNotContain("lost", "lost as well");
        reached(tally, 4);
        assertThat(texts(tally)).containsExactly("smoke", "fire", "water", "ash");
        assertThat(all(store.versions("tally"))).hasSize(1);
    }

    @Test
    void aReadModelThatTheBackupHadReachedAlreadyGoesOn() {
        // given
        reached(follow(1), append("smoke"));
        backedUp();
        append("lost");
        restored();
        long position = append("fire");
        // when
        var firstSeen = new AtomicLong();
        ReadModel<TallyDocument> tally = models.follow(new Tally(1) {

            @Override
            public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
                firstSeen.compareAndSet(0, recorded.position());
                return super.apply(document, key, recorded);
            }
        });
        reached(tally, position);
        // then
        assertThat(firstSeen).hasValue(position);
        assertThat(texts(tally)).containsExactly("smoke", "fire");
    }

    @Test
    void anOlderVersionThatIsCompleteDoesNotAnswerFromAnotherHistoryWhileTheNewOneIsBuilt() {
        // given
        reached(follow(1), append("smoke"));
        backedUp();
        reached(follow(1), append("lost"));
        restored();
        // when
        ReadModel<TallyDocument> tally = follow(2);
        // then
        assertThat(texts(tally)).doesNotContain("lost");
        reached(tally, 1);
        assertThat(texts(tally)).containsExactly("smoke");
        assertThat(all(store.versions("tally"))).extracting(kept -> kept.state().version().version())
                .containsExactly(2);
    }

    private ReadModel<TallyDocument> follow(int version) {
        return models.follow(new Tally(version));
    }

    private static void reached(ReadModel<TallyDocument> tally, long position) {
        tally.reached(position).block();
    }

    /** None where nothing answers yet. */
    private static List<String> texts(ReadModel<TallyDocument> tally) {
        return tally.find(FIRST).map(TallyDocument::texts)
                .onErrorResume(ReadModelUnavailableException.class, _ -> Mono.empty())
                .blockOptional().orElse(List.of());
    }

    private long append(String text) {
        return answer(events.append(List.of(History.data(finding(1, text))), AppendCondition.none(), null)).last();
    }

    private void start() {
        events = new EventStore(openLog(), Clock.systemUTC());
        models = new ReadModels(events, store, ProjectionClaims.alwaysGranted());
    }

    private void stop() {
        models.close();
        events.close();
    }

    private void backedUp() {
        stop();
        backUp();
        start();
    }

    private void restored() {
        stop();
        restore();
        start();
    }
}
