package dev.andon.query.readmodel;

import static dev.andon.query.readmodel.Awaited.all;
import static dev.andon.query.readmodel.Awaited.answer;
import static dev.andon.query.readmodel.History.declared;
import static dev.andon.query.readmodel.History.finding;
import static dev.andon.query.readmodel.History.resolved;
import static dev.andon.query.readmodel.History.severity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Commit;
import dev.andon.kernel.Severity;
import dev.andon.query.readmodel.ProjectionStatus.State;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ProjectorTest {

    private static final DocumentKey FIRST = DocumentKey.single("INC-1");

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
        models = models(history, 2);
    }

    @AfterEach
    void stop() {
        models.close();
        store.close();
    }

    private ReadModels models(FollowedLog log, int batchSize) {
        return new ReadModels(new ReadModels.Surroundings(log, new EventDecoder(), store,
                ProjectionClaims.alwaysGranted(), batchSize, Duration.ofSeconds(20)));
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void whatIsRecordedCanBeReadOnceItsPositionIsReached() {
        // given
        ReadModel<TallyDocument> tally = models.follow(new Tally(1));
        assertThat(answer(tally.position())).isZero();
        // when
        long position = history.record(declared(1), finding(1, "smoke"), finding(1, "fire"));
        tally.reached(position).block();
        // then
        assertThat(answer(tally.position())).isEqualTo(position);
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire");
        assertThat(all(tally.findGroup("findings of INC-1"))).extracting(TallyDocument::texts)
                .containsExactly(List.of("smoke"), List.of("fire"));
        assertThat(all(tally.findAll())).hasSize(3);
        // and
        tally.reached(history.record(resolved(1))).block();
        assertThat(tally.find(FIRST).blockOptional()).isEmpty();
        assertThat(all(tally.findAll())).hasSize(2);
    }

    @Test
    void pagesAreFoundByFieldAndSayWhereToGoOn() {
        ReadModel<TallyDocument> tally = models.follow(new Tally(1));
        tally.reached(history.record(declared(1), declared(2), declared(3), severity(2, Severity.SEV1))).block();
        DocumentQuery query = DocumentQuery.first(1).where(Tally.SEVERITY, "SEV2").sortedBy(Tally.FINDINGS);

        Page<TallyDocument> one = answer(tally.findPage(query));
        assertThat(one.documents()).hasSize(1);
        Page<TallyDocument> two = answer(tally.findPage(query.continuingAfter(cursor(one))));
        assertThat(two.documents()).hasSize(1);
        assertThat(two.next()).as("there is no third incident of this severity").isNull();
    }

    @Test
    void aRestartGoesOnWhereTheLastProcessStopped() {
        // given
        ReadModel<TallyDocument> before = models.follow(new Tally(1));
        before.reached(history.record(declared(1), finding(1, "smoke"), finding(1, "fire"))).block();
        restart();
        long position = history.record(finding(1, "water"));
        // when
        var firstSeen = new AtomicLong();
        ReadModel<TallyDocument> after = models.follow(new Tally(1) {

            @Override
            public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
                firstSeen.compareAndSet(0, recorded.position());
                return super.apply(document, key, recorded);
            }
        });
        after.reached(position).block();
        // then
        assertThat(firstSeen).hasValue(position);
        assertThat(answer(after.find(FIRST)).texts()).containsExactly("smoke", "fire", "water");
    }

    @Test
    void aNewVersionIsBuiltWhileTheOldOneAnswersAndThenTakesOver() throws InterruptedException {
        // given
        models.follow(new Tally(1)).reached(history.record(declared(1), finding(1, "smoke"))).block();
        restart();
        long position = history.record(finding(1, "fire"), finding(1, "ash"));
        // when the new version is held up at its third event
        var building = new Held(2, 3);
        ReadModel<TallyDocument> tally = models.follow(building);
        building.arrived.await();
        // then the old one answers, as far as it got
        assertThat(answer(tally.position())).isEqualTo(2);
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke");
        await().untilAsserted(() -> assertThat(all(models.kept("tally"))).extracting(VersionState::position)
                .containsExactly(2L, 2L));
        assertThat(status()).extracting(ProjectionStatus::state, ProjectionStatus::version)
                .containsExactly(State.BUILDING, 2);
        // and when it may go on
        building.goOn.countDown();
        tally.reached(position).block();
        // then the new one answers and the old one goes
        assertThat(answer(tally.find(FIRST)).texts()).containsExactly("smoke", "fire", "ash");
        await().untilAsserted(() -> assertThat(all(store.versions("tally"))).extracting(KeptVersion::state)
                .containsExactly(
                        new VersionState(new ModelVersion("tally", 2), position,
                                answer(history.bookmark(position)), true, null)));
        await().untilAsserted(() -> assertThat(status().state()).isEqualTo(State.FOLLOWING));
    }

    @Test
    void aBuildThatWasInterruptedGoesOnWhereItWas() throws InterruptedException {
        // given
        models.follow(new Tally(1)).reached(history.record(declared(1), finding(1, "smoke"))).block();
        restart();
        long position = history.record(finding(1, "fire"), finding(1, "ash"));
        var interrupted = new Held(2, 3);
        models.follow(interrupted);
        interrupted.arrived.await();
        await().untilAsserted(() -> assertThat(all(models.kept("tally"))).extracting(VersionState::position)
                .containsExactly(2L, 2L));
        interrupted.failing.set(true);
        interrupted.goOn.countDown();
        restart();
        // when
        var resumed = new Held(2, 3);
        resumed.goOn.countDown();
        models.follow(resumed).reached(position).block();
        // then
        assertThat(resumed.seen).as("only the events behind position 2").hasValue(4);
        assertThat(answer(models(history, 9).follow(new Tally(2)).find(FIRST)).texts()).containsExactly("smoke", "fire",
                "ash");
    }

    @Test
    void anEventThatCannotBeAppliedStopsThatModelAloneUntilItIsResumed() {
        // given
        var broken = new Held(1, 3);
        broken.goOn.countDown();
        broken.failing.set(true);
        ReadModel<TallyDocument> failing = models.follow(broken);
        ReadModel<TallyDocument> healthy = models.follow(new Tally(1) {

            @Override
            public String name() {
                return "healthy";
            }
        });
        // when
        long position = history.record(declared(1), finding(1, "smoke"), finding(1, "fire"), finding(1, "ash"));
        healthy.reached(position).block();
        await().untilAsserted(() -> assertThat(status().state()).isEqualTo(State.FAILED));
        // then
        assertThat(answer(healthy.find(FIRST)).texts()).hasSize(3);
        assertThat(status().failure())
                .isEqualTo(new ProjectionFailure(3, "FindingAdded", "IllegalStateException: no more of this"));
        assertThat(status().position()).isEqualTo(2);
        assertThat(answer(failing.position())).isEqualTo(2);
        assertThat(answer(failing.find(FIRST)).texts()).containsExactly("smoke");
        assertThat(all(failing.findGroup("findings of INC-1"))).as("none of the documents of event 3").hasSize(1);
        // and when it is tried again in vain, and then with success
        int tried = broken.seen.get();
        models.resume("tally").block();
        await().untilAsserted(() -> assertThat(broken.seen.get()).isGreaterThan(tried));
        await().untilAsserted(() -> assertThat(status().state()).isEqualTo(State.FAILED));
        broken.failing.set(false);
        models.resume("tally").block();
        failing.reached(position).block();
        assertThat(answer(failing.find(FIRST)).texts()).containsExactly("smoke", "fire", "ash");
        await().untilAsserted(() -> assertThat(status()).extracting(ProjectionStatus::state, ProjectionStatus::failure)
                .containsExactly(State.FOLLOWING, null));
        assertThatThrownBy(() -> models.resume("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void aGapInTheLogIsNeverSteppedOver() {
        ReadModel<TallyDocument> tally = models.follow(new Tally(1));
        tally.reached(history.record(declared(1))).block();

        history.recordBehindAGap(finding(1, "smoke"));

        await().untilAsserted(() -> assertThat(status().state()).isEqualTo(State.RETRYING));
        assertThat(status().failure()).extracting(ProjectionFailure::reason).asString()
                .contains("gap: position 3 follows position 1");
        assertThat(answer(tally.position())).isEqualTo(1);
    }

    @Test
    void aLogOutOfReachIsTriedAgain() {
        // given
        var outages = new AtomicInteger(2);
        models = models(new FollowedLog() {

            @Override
            public Flux<Commit> follow(long after) {
                return outages.getAndDecrement() > 0
                        ? Flux.error(new IllegalStateException("the line is cut"))
                        : history.follow(after);
            }

            @Override
            public Mono<Long> head() {
                return history.head();
            }

            @Override
            public long headKnownHere() {
                return history.headKnownHere();
            }

            @Override
            public Optional<Instant> recordedBehind(long position) {
                return history.recordedBehind(position);
            }

            @Override
            public Mono<Bookmark> bookmark(long position) {
                return history.bookmark(position);
            }

            @Override
            public Mono<String> objectionTo(Bookmark seen) {
                return history.objectionTo(seen);
            }
        }, 2);
        // when
        ReadModel<TallyDocument> tally = models.follow(new Tally(1));
        tally.reached(history.record(declared(1))).block();
        // then
        assertThat(outages.get()).isNegative();
        await().untilAsserted(() -> assertThat(status()).extracting(ProjectionStatus::state, ProjectionStatus::failure)
                .containsExactly(State.FOLLOWING, null));
    }

    @Test
    void twoProjectionsCannotShareAName() {
        models.follow(new Tally(1));

        assertThatThrownBy(() -> models.follow(new Tally(2))).hasMessageContaining("tally");
    }

    private ProjectionStatus status() {
        return models.status().stream().filter(each -> each.name().equals("tally")).findFirst().orElseThrow();
    }

    private static Cursor cursor(Page<?> page) {
        Cursor next = page.next();
        assertThat(next).isNotNull();
        return Cursor.decode(next == null ? "" : next.encode());
    }
}
