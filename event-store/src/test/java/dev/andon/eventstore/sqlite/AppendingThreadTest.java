package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.NotStoredException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Whose thread waits for the disk. */
class AppendingThreadTest {

    private static final EventData EVENT = new EventData(
            "", "FindingAdded", "1", Instant.EPOCH, Set.of(), new byte[0], Map.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore store;

    @BeforeEach
    void open() {
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoOffersToWaitAndFindsNobodyAtItRecordsInHisOwnThread() {
        assertThat(threadOfAnswer().block()).isEqualTo(Thread.currentThread());
        assertThat(threadOfAnswer().block()).isEqualTo(Thread.currentThread());
    }

    @Test
    void whoDoesNotOfferToWaitIsAnsweredElsewhere() {
        Thread answering = Objects.requireNonNull(
                store.append(List.of(EVENT), AppendCondition.none(), null).map(_ -> Thread.currentThread()).block());

        assertThat(answering.isVirtual()).isTrue();
    }

    @Test
    void aThreadThatMustNotBlockIsSparedTheDisk() {
        Thread answering = Objects.requireNonNull(
                threadOfAnswer().subscribeOn(Schedulers.parallel()).block());

        assertThat(answering.isVirtual()).isTrue();
    }

    @Test
    void whoWaitsAmongManyIsAnsweredInHisOwnThread() {
        assertThat(IntStream.range(0, 200).mapToObj(_ -> new FutureTask<>(
                () -> Thread.currentThread().equals(threadOfAnswer().block())))
                .peek(Thread::startVirtualThread).toList())
                .allSatisfy(answered -> assertThat(answered.get()).isTrue());
    }

    @Test
    void whoWritesInHisOwnThreadHoldsUpTheOneThatWritesAndLosesNothing() throws Exception {
        // given somebody who has the turn until he is told to go on
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        StoreThreads threads = StoreThreads.on(StoreFile.at(directory.resolve("other.db")), Backlog.ROWS);
        var first = new FutureTask<>(() -> threads.writeHere(_ -> {
            begun.countDown();
            wait(goOn);
            return Thread.currentThread();
        }).block());
        Thread caller = Thread.startVirtualThread(first);
        begun.await();

        // when another comes
        Mono<String> second = threads.writeHere(_ -> Thread.currentThread().getName()).cache();
        StepVerifier verifier = StepVerifier.create(second).expectNext("andon-log-writer").expectComplete()
                .verifyLater();
        goOn.countDown();

        // then each is served, the second by the thread that writes
        assertThat(first.get()).isEqualTo(caller);
        verifier.verify();
        threads.close();
        StepVerifier.create(threads.writeHere(_ -> "late")).verifyError(NotStoredException.class);
    }

    @Test
    void whoAsksInAVirtualThreadLooksHimselfAndAnybodyElseIsAnsweredInOne() throws Exception {
        // given
        EventLog log = SqliteEventLog.open(directory.resolve("other.db"));
        log.append(Head.ORIGIN, List.of(commit(Head.ORIGIN, "command", EVENT))).block();
        Mono<Thread> answering = log.commitOf("command").map(_ -> Thread.currentThread());

        // when
        var inVirtualThread = new FutureTask<>(answering::block);
        Thread caller = Thread.startVirtualThread(inVirtualThread);

        // then
        assertThat(inVirtualThread.get()).isEqualTo(caller);
        assertThat(answering.blockOptional().orElseThrow().isVirtual()).isTrue();
        log.close();
        var late = new FutureTask<>(() -> answering.onErrorResume(IllegalStateException.class, _ -> Mono.empty())
                .blockOptional().isPresent());
        Thread.startVirtualThread(late);
        assertThat(late.get()).as("is answered by a log that is closed").isFalse();
    }

    private Mono<Thread> threadOfAnswer() {
        return store.appendHere(List.of(EVENT), AppendCondition.none(), null).map(_ -> Thread.currentThread());
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
