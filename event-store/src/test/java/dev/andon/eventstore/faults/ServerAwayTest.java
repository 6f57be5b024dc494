package dev.andon.eventstore.faults;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Limits;
import dev.andon.eventstore.faults.Told.Verdict;
import dev.andon.eventstore.mongodb.TestMongo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A server that is not there for a while, and then is again. */
@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
@Timeout(120) // so that a test that waits for ever says so; no test is about time
class ServerAwayTest {

    private static final int WRITERS = 16;

    @AutoClose
    private final MongoOverLine mongo = new MongoOverLine(1);
    private final Ledger ledger = new Ledger();

    @Test
    void whoWaitedMeanwhileIsAnsweredWhenItIsBack() throws IOException {
        // given
        EventStore store = store(Duration.ofSeconds(60));
        write(store, "before");
        goAwayUntilItIsNoticed();

        // when
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> write(store, "meanwhile"));
        mongo.line().comeBack();
        waiting.join();

        // then
        mongo.settle();
        ledger.requireTruthOf(mongo.connectDirectly());
        assertThat(ledger.count()).doesNotContainKeys(Verdict.UNKNOWN, Verdict.NOT_STORED);
    }

    @Test
    void whoCannotWaitIsToldWhatIsCertainAndTheStoreGoesOn() throws IOException {
        // given
        EventStore store = store(Duration.ofMillis(30));
        write(store, "before");
        goAwayUntilItIsNoticed();

        // when
        CompletableFuture<Void> insisting = CompletableFuture.runAsync(() -> write(store, "meanwhile"));
        await().until(() -> ledger.count().containsKey(Verdict.UNKNOWN)
                && ledger.count().containsKey(Verdict.NOT_STORED));
        mongo.line().comeBack();
        insisting.join();

        // then
        mongo.settle();
        ledger.requireTruthOf(mongo.connectDirectly());
    }

    @Test
    void whoFollowsMissesNothingAndSeesNothingTwice() throws IOException {
        // given
        EventStore store = store(Duration.ofSeconds(60));
        EventLog log = mongo.connectDirectly();
        EventStore another = new EventStore(log, Clock.systemUTC());
        List<Commit> followed = new CopyOnWriteArrayList<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Disposable follower = store.follow(0).subscribe(followed::add, ended::complete,
                () -> ended.complete(new AssertionError("The stream ended")));

        // when
        for (int absence = 0; absence < 3; absence++) {
            write(another, "before" + absence);
            goAwayUntilItIsNoticed();
            write(another, "meanwhile" + absence);
            mongo.line().comeBack();
            write(store, "afterwards" + absence);
        }
        Commit last = await(another.append(List.of(event("FindingAdded")), AppendCondition.none(), null));

        // then
        await().until(() -> ended.isDone() || followed.contains(last));
        assertThat(ended).isNotDone();
        assertThat(followed).isEqualTo(ledger.requireTruthOf(log));
        follower.dispose();
    }

    @Test
    void whoFollowsWhileTheLineFailsMissesNothingAndSeesNothingTwice() {
        // given
        EventStore store = store(Duration.ofSeconds(60));
        EventStore another = new EventStore(mongo.connectDirectly(), Clock.systemUTC());
        mongo.line().becomeUnreliable(80);

        // when
        Mono<List<Commit>> following = store.follow(0)
                .takeUntil(commit -> "last".equals(commit.commandId())).collectList().cache();
        following.subscribe();
        write(another, "writer");
        Flux.range(0, 50).concatMap(_ -> another.append(List.of(event("FindingAdded")), AppendCondition.none(), null))
                .blockLast();
        await(another.append(List.of(event("FindingAdded")), AppendCondition.none(), "last"));

        // then
        assertThat(await(following)).isEqualTo(ledger.requireTruthOf(mongo.connectDirectly()));
    }

    private EventStore store(Duration insistence) {
        return new EventStore(mongo.connect(), Clock.systemUTC(), Limits.defaults().withInsistence(insistence));
    }

    private void write(EventStore store, String name) {
        new Writers(List.of(store), name, Extent.SEED, ledger::enter).write(WRITERS, 3);
    }

    private void goAwayUntilItIsNoticed() throws IOException {
        mongo.line().goAway();
        int before = mongo.failedHeartbeats().get();
        await().until(() -> mongo.failedHeartbeats().get() > before + 1);
    }
}
