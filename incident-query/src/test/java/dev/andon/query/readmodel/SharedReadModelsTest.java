package dev.andon.query.readmodel;

import static dev.andon.query.readmodel.Awaited.all;
import static dev.andon.query.readmodel.Awaited.answer;
import static dev.andon.query.readmodel.History.declared;
import static dev.andon.query.readmodel.History.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import dev.andon.query.readmodel.ProjectionStatus.State;
import dev.andon.query.readmodel.mongodb.MongoReadModelStore;
import dev.andon.query.readmodel.mongodb.TestMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several processes on one MongoDB. */
class SharedReadModelsTest {

    private static final DocumentKey FIRST = DocumentKey.single("INC-1");
    private static final Duration LEASE = Duration.ofMillis(150);
    private static final ModelVersion TALLY = new ModelVersion("tally", 1);

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    private final SegmentClaims segments = new MongoSegmentClaims(mongo.database());
    private final ReadModelStore store = new MongoReadModelStore(mongo.database());
    private final History history = new History();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T12:00:00Z"));
    private final Queue<String> appliedBy = new ConcurrentLinkedQueue<>();
    private final List<ReadModels> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(ReadModels::close);
    }

    @Test
    void oneProcessDoesTheWorkAndTheOthersSeeIt() {
        // given
        ReadModel<TallyDocument> one = process("one").follow(tally("one", 1));
        one.reached(history.record(declared(1))).block();
        ReadModel<TallyDocument> two = process("two").follow(tally("two", 1));
        // when
        long position = history.record(finding(1, "smoke"), finding(1, "fire"));
        two.reached(position).block();
        // then
        assertThat(answer(two.find(FIRST)).texts()).containsExactly("smoke", "fire");
        assertThat(appliedBy).containsOnly("one");
        assertThat(status(1).state()).isEqualTo(State.WATCHING);
        assertThat(status(1).position()).isEqualTo(position);
        assertThat(status(0).state()).isEqualTo(State.FOLLOWING);
    }

    @Test
    void anotherProcessTakesOverFromOneThatStops() {
        ReadModel<TallyDocument> one = process("one").follow(tally("one", 1));
        one.reached(history.record(declared(1))).block();
        ReadModel<TallyDocument> two = process("two").follow(tally("two", 1));

        processes.getFirst().close();
        two.reached(history.record(finding(1, "smoke"))).block();

        assertThat(appliedBy).containsExactly("one", "two");
        assertThat(answer(two.find(FIRST)).texts()).containsExactly("smoke");
    }

    @Test
    void anotherProcessTakesOverFromOneThatDiedOnceItsClaimHasExpired() {
        // given a process that holds the claim and gives no sign of life
        ProjectionClaims dead = claims("dead");
        assertThat(answer(dead.claim(TALLY))).isTrue();
        ReadModel<TallyDocument> two = process("two").follow(tally("two", 1));
        long position = history.record(declared(1));
        await().untilAsserted(() -> assertThat(status(0).state()).isEqualTo(State.WATCHING));
        assertThat(answer(two.position())).isZero();
        // when
        now.updateAndGet(instant -> instant.plus(LEASE));
        two.reached(position).block();
        // then
        await().untilAsserted(() -> assertThat(status(0).state()).isEqualTo(State.FOLLOWING));
        assertThat(answer(dead.claim(TALLY))).isFalse();
    }

    @Test
    void aVersionThatAnotherProcessStillWorksOnIsNotDropped() {
        // given
        ReadModel<TallyDocument> old = process("old").follow(tally("old", 1));
        old.reached(history.record(declared(1))).block();
        // when
        ReadModel<TallyDocument> next = process("next").follow(tally("next", 2));
        await().untilAsserted(() -> assertThat(status(1).state()).isEqualTo(State.FOLLOWING));
        long position = history.record(finding(1, "smoke"));
        old.reached(position).block();
        next.reached(position).block();
        // then both answer
        assertThat(answer(old.find(FIRST)).texts()).containsExactly("smoke");
        assertThat(answer(next.find(FIRST)).texts()).containsExactly("smoke");
        assertThat(all(store.versions("tally"))).hasSize(2);
        // and when the last process that knows the old version has gone, it goes as well
        processes.forEach(ReadModels::close);
        process("next again").follow(tally("next again", 2));
        await().untilAsserted(() -> assertThat(all(store.versions("tally")))
                .extracting(kept -> kept.state().version().version()).containsExactly(2));
        assertThat(all(segments.segments(TALLY.toString()))).isEmpty();
    }

    @Test
    void whoMayNotDiscardWhatTheLogHasLostDoesNotAnswerFromItEither() {
        // given a process that works on the version, and one that finds another log in its place
        ReadModel<TallyDocument> here = process("here").follow(tally("here", 1));
        here.reached(history.record(declared(1), finding(1, "lost"))).block();
        var restored = new History();
        long position = restored.record(declared(2));
        // when
        ReadModel<TallyDocument> there = process("there", restored).follow(tally("there", 1));
        await().untilAsserted(() -> assertThat(status(1).state()).isEqualTo(State.WATCHING));
        // then
        assertThatThrownBy(() -> there.find(FIRST).block()).isInstanceOf(ReadModelUnavailableException.class);
        assertThat(answer(there.position())).isZero();
        // and once nobody holds it back
        processes.getFirst().close();
        there.reached(position).block();
        assertThat(there.find(FIRST).blockOptional()).isEmpty();
    }

    @Test
    void whatOneProcessIsAskedForIsDoneByTheOneThatHasTheClaim() {
        // given
        ReadModel<TallyDocument> one = process("one").follow(tally("one", 1));
        one.reached(history.record(declared(1))).block();
        ReadModel<TallyDocument> two = process("two").follow(tally("two", 1));
        two.reached(1).block();
        // when
        processes.getLast().rebuild("tally").block();
        // then
        await().untilAsserted(() -> assertThat(all(store.versions("tally"))).singleElement()
                .extracting(kept -> kept.state().version(), kept -> kept.state().complete())
                .containsExactly(TALLY.next(), true));
        assertThat(appliedBy).containsExactly("one", "one");
        two.reached(history.record(finding(1, "smoke"))).block();
        assertThat(answer(two.find(FIRST)).texts()).containsExactly("smoke");
        assertThat(status(1).state()).isEqualTo(State.WATCHING);
    }

    @Test
    void whatFailsInOneProcessIsSeenAndResumedFromAnother() {
        // given
        var broken = new AtomicBoolean(true);
        ReadModel<TallyDocument> one = process("one").follow(new Tally(1) {

            @Override
            public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
                if (broken.get()) {
                    throw new IllegalStateException("broken");
                }
                return super.apply(document, key, recorded);
            }
        });
        long position = history.record(declared(1));
        await().untilAsserted(() -> assertThat(status(0).state()).isEqualTo(State.FAILED));
        process("two").follow(tally("two", 1));
        await().untilAsserted(() -> assertThat(status(1)).extracting(ProjectionStatus::state, ProjectionStatus::failure)
                .containsExactly(State.WATCHING, status(0).failure()));
        // when
        broken.set(false);
        processes.getLast().resume("tally").block();
        // then
        one.reached(position).block();
        await().untilAsserted(() -> assertThat(status(1).failure()).isNull());
    }

    private ReadModels process(String name) {
        return process(name, history);
    }

    private ReadModels process(String name, FollowedLog log) {
        var process = new ReadModels(new ReadModels.Surroundings(log, new EventDecoder(), store, claims(name), 100,
                Duration.ofSeconds(20)));
        processes.add(process);
        return process;
    }

    private ProjectionClaims claims(String owner) {
        return ProjectionClaims.shared(segments, owner, now::get, LEASE);
    }

    private ProjectionStatus status(int process) {
        return processes.get(process).status().getFirst();
    }

    private Tally tally(String process, int version) {
        return new Tally(version) {

            @Override
            public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
                if (key.equals(FIRST)) {
                    appliedBy.add(process);
                }
                return super.apply(document, key, recorded);
            }
        };
    }
}
