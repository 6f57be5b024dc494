package dev.andon.query.readmodel;

import static dev.andon.query.readmodel.Awaited.all;
import static dev.andon.query.readmodel.Awaited.answer;
import static dev.andon.query.readmodel.History.declared;
import static dev.andon.query.readmodel.History.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.query.readmodel.ProjectionStatus.Rebuild;
import dev.andon.query.readmodel.ProjectionStatus.State;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildingWhileInUseTest {

    private static final DocumentKey FIRST = DocumentKey.single("INC-1");
    private static final ModelVersion OLD = new ModelVersion("tally", 1);

    private final History history = new History();

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private ReadModels models;

    @BeforeEach
    void start() {
        store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
        models = new ReadModels(new ReadModels.Surroundings(history, new EventDecoder(), store,
                ProjectionClaims.alwaysGranted(), 2, Duration.ofSeconds(20)));
    }

    @AfterEach
    void stop() {
        models.close();
        store.close();
    }

    @Test
    void theOldDocumentsAnswerAndFollowTheLogUntilTheNewOnesTakeOver() {
        // given a rebuild that cannot get past the third event
        ReadModel<TallyDocument> tally = models.follow(new Thirsty(3));
        tally.reached(history.record(declared(1), finding(1, "smoke"), finding(1, "fire"))).block();
        Thirsty.failing.set(true);
        models.rebuild("tally").block();
        await().untilAsserted(() -> assertThat(rebuild().failure()).isNotNull());
        // when
        long position = history.record(finding(1, "ash"));
        tally.reached(position).block();
        // then
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire", "ash");
        assertThat(status()).extracting(ProjectionStatus::state, ProjectionStatus::failure)
                .containsExactly(State.FOLLOWING, null);
        assertThat(rebuild()).extracting(Rebuild::generation, Rebuild::position).containsExactly(2, 2L);
        assertThat(all(models.kept("tally"))).extracting(VersionState::version, VersionState::complete)
                .containsExactly(Tuple.tuple(OLD, true), Tuple.tuple(OLD.next(), false));
        assertThat(all(models.kept("tally")).getLast().failure())
                .isEqualTo(new ProjectionFailure(3, "FindingAdded", "IllegalStateException: too dry"));
        // and when it may go on
        Thirsty.failing.set(false);
        models.resume("tally").block();
        await().untilAsserted(() -> assertThat(kept()).containsExactly(OLD.next()));
        await().untilAsserted(() -> assertThat(status().rebuild()).isNull());
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire", "ash");
        tally.reached(history.record(finding(1, "rain"))).block();
        assertThat(answer(tally.find(FIRST)).texts()).contains("rain");
    }

    @Test
    void whoeverAsksWhileItTakesOverNeverSeesAnythingMissing() {
        ReadModel<TallyDocument> tally = models.follow(new Tally(1));
        tally.reached(history.record(declared(1), finding(1, "smoke"))).block();
        var done = new AtomicBoolean();
        var asked = new AtomicInteger();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                assertThat(tally.position().block()).isGreaterThanOrEqualTo(2);
                assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke");
                assertThat(all(tally.findAll())).hasSize(2);
                asked.incrementAndGet();
            }
        });
        try {
            for (int generation = 2; generation <= 12; generation++) {
                models.rebuild("tally").block();
                var wanted = new ModelVersion("tally", 1, generation);
                await().pollInterval(Duration.ofMillis(2)).until(() -> kept().equals(List.of(wanted)));
                assertThat(reader.isAlive()).as("nothing was missing").isTrue();
            }
        } finally {
            done.set(true);
        }
        assertThat(asked).hasPositiveValue();
    }

    @Test
    void aRebuildThatIsUnderWayIsNotBegunAgain() {
        models.follow(new Thirsty(2)).reached(history.record(declared(1), finding(1, "smoke"))).block();
        Thirsty.failing.set(true);
        models.rebuild("tally").block();
        models.rebuild("tally").block();
        await().untilAsserted(() -> assertThat(status().rebuild()).isNotNull());
        models.rebuild("tally").block();

        assertThat(kept()).containsExactly(OLD, OLD.next());
    }

    @Test
    void aRebuildThatWasCutOffByACrashGoesOnWhereItWas() {
        // given
        models.follow(new Thirsty(3)).reached(history.record(declared(1), finding(1, "smoke"), finding(1, "fire")))
                .block();
        Thirsty.failing.set(true);
        models.rebuild("tally").block();
        await().untilAsserted(() -> assertThat(rebuild().failure()).isNotNull());
        stop();
        // when
        start();
        Thirsty.failing.set(false);
        var again = new Thirsty(0);
        ReadModel<TallyDocument> tally = models.follow(again);
        await().untilAsserted(() -> assertThat(kept()).containsExactly(OLD.next()));
        // then
        assertThat(again.applied).as("the two documents of event 3, and none of event 1 or 2").hasValue(2);
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire");
    }

    @Test
    void documentsThatGotStuckAreReplacedByNewOnes() {
        // given
        ReadModel<TallyDocument> tally = models.follow(new Thirsty(3));
        tally.reached(history.record(declared(1), finding(1, "smoke"))).block();
        Thirsty.failing.set(true);
        long position = history.record(finding(1, "fire"), finding(1, "ash"));
        await().untilAsserted(() -> assertThat(status().state()).isEqualTo(State.FAILED));
        // when
        Thirsty.failing.set(false);
        models.rebuild("tally").block();
        // then
        tally.reached(position).block();
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire", "ash");
        await().untilAsserted(() -> assertThat(status()).extracting(ProjectionStatus::state, ProjectionStatus::failure)
                .containsExactly(State.FOLLOWING, null));
    }

    private List<ModelVersion> kept() {
        return all(models.kept("tally")).stream().map(VersionState::version).toList();
    }

    private ProjectionStatus status() {
        return models.status().getFirst();
    }

    private Rebuild rebuild() {
        return assertThat(status().rebuild()).as("a rebuild under way").isNotNull().actual();
    }

    /** Cannot apply one event for as long as it is told to. */
    private static final class Thirsty extends Tally {

        static final AtomicBoolean failing = new AtomicBoolean();

        private final long at;
        final AtomicInteger applied = new AtomicInteger();

        Thirsty(long at) {
            super(1);
            this.at = at;
            failing.set(false);
        }

        @Override
        public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
            if (recorded.position() == at && failing.get()) {
                throw new IllegalStateException("too dry");
            }
            applied.incrementAndGet();
            return super.apply(document, key, recorded);
        }
    }
}
