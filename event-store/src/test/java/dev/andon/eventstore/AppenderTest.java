package dev.andon.eventstore;

import static dev.andon.eventstore.OpenedLog.CHECKOUT;
import static dev.andon.eventstore.OpenedLog.FIRST_INCIDENT;
import static dev.andon.eventstore.OpenedLog.SEARCH;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of those who come while a batch is in flight. */
@Timeout(120) // so that a test that waits for ever says so; no test is about time
class AppenderTest {

    private static final AppendCondition NOTHING_OF_THE_INCIDENT = new AppendCondition(
            Criteria.tagged(FIRST_INCIDENT), 0);

    private final GatedEventLog log = new GatedEventLog();
    private final EventStore store = new EventStore(log, Clock.systemUTC(),
            Limits.defaults().withWaiting(300, 40 * 1024 * 1024));

    @AfterEach
    void verifyTheLog() {
        assertThat(TestEvents.await(LogVerifier.verify(log)).firstFault()).isEmpty();
    }

    @Test
    void whoComesWhileABatchIsInFlightGoesTogetherInTheNext() {
        // given
        CompletableFuture<Commit> first = append(events(2, "A"));
        GatedEventLog.Arrival firstBatch = log.next();
        List<CompletableFuture<Commit>> others = List.of(append(events(1, "B")), append(events(3, "C")));

        // then
        assertThat(log.nothingArrived()).as("the others wait for the first one's acknowledgement").isTrue();
        firstBatch.pass();
        GatedEventLog.Arrival secondBatch = log.next();
        assertThat(secondBatch.expected()).isEqualTo(first.join().head());
        secondBatch.pass();
        assertThat(secondBatch.commits()).extracting(Commit::first).containsExactly(3L, 4L);
        assertThat(others).extracting(CompletableFuture::join).isEqualTo(secondBatch.commits());
    }

    @Test
    void aVerdictThatDependsOnAPendingCommitWaitsForIt() {
        // given
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        CompletableFuture<Commit> declared = append(List.of(event("IncidentDeclared", FIRST_INCIDENT)),
                NOTHING_OF_THE_INCIDENT, null);
        CompletableFuture<Commit> declaredToo = append(List.of(event("IncidentDeclared", FIRST_INCIDENT)),
                NOTHING_OF_THE_INCIDENT, null);
        CompletableFuture<Commit> independent = append(List.of(event("CheckInRecorded", CHECKOUT)),
                new AppendCondition(Criteria.tagged(CHECKOUT), 0), null);
        inFlight.pass();

        // when
        GatedEventLog.Arrival batch = log.next();

        // then
        assertThat(batch.commits()).hasSize(2);
        assertThat(declaredToo).as("its predecessor may still fail").isNotDone();
        batch.pass();
        assertThatThrownBy(declaredToo::join).hasCauseInstanceOf(ConditionNotMetException.class);
        assertThat(declared.join().first()).isEqualTo(2);
        assertThat(independent.join().first()).isEqualTo(3);
    }

    @Test
    void whoWaitedForAPredecessorThatFailedIsNotRefusedForIt() {
        // given
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        CompletableFuture<Commit> declared = append(List.of(event("IncidentDeclared", FIRST_INCIDENT)),
                NOTHING_OF_THE_INCIDENT, null);
        CompletableFuture<Commit> declaredToo = append(List.of(event("IncidentDeclared", FIRST_INCIDENT)),
                NOTHING_OF_THE_INCIDENT, null);
        inFlight.pass();

        // when
        log.next().fail(new NotStoredException("disk full", new IOException()));
        log.next().pass();

        // then
        assertThatThrownBy(declared::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(declaredToo.join().first()).isEqualTo(2);
    }

    @Test
    void aCommandThatIsPendingAlreadyIsToldItsResult() {
        // given
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        CompletableFuture<Commit> first = append(events(1, "A"), AppendCondition.none(), "command");
        CompletableFuture<Commit> again = append(events(1, "A"), AppendCondition.none(), "command");
        inFlight.pass();

        // when
        log.next().pass();

        // then
        assertThatThrownBy(again::join).cause().isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                known -> assertThat(known.commit()).isEqualTo(first.join()));
    }

    @Test
    void aCommandOfLongAgoIsLeftOutAndTheOthersOfItsBatchAreRecorded() {
        // given
        log.commits.add(commit(Head.ORIGIN, "command", event("A")));
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        CompletableFuture<Commit> before = append(events(1, "B"));
        CompletableFuture<Commit> again = append(events(1, "A"), AppendCondition.none(), "command");
        CompletableFuture<Commit> behind = append(events(1, "C"));
        inFlight.pass();

        // when
        log.next().pass();
        GatedEventLog.Arrival rebuilt = log.next();
        rebuilt.pass();

        // then
        assertThatThrownBy(again::join).hasCauseInstanceOf(CommandAlreadyRecordedException.class);
        assertThat(before.join().first()).isEqualTo(3);
        assertThat(behind.join()).isEqualTo(rebuilt.commits().getFirst()).returns(4L, Commit::first);
    }

    @Test
    void whatStandsBehindALostRaceIsBuiltAnewAndCheckedAgain() {
        // given
        CompletableFuture<Commit> plain = append(events(1, "A"));
        GatedEventLog.Arrival batch = log.next();
        CompletableFuture<Commit> declared = append(List.of(event("IncidentDeclared", FIRST_INCIDENT)),
                NOTHING_OF_THE_INCIDENT, null);

        // when
        log.insert(Head.ORIGIN, List.of(commit(Head.ORIGIN, event("IncidentDeclared", FIRST_INCIDENT))));
        batch.pass();
        GatedEventLog.Arrival rebuilt = log.next();
        rebuilt.pass();

        // then
        assertThatThrownBy(declared::join).hasCauseInstanceOf(ConditionNotMetException.class);
        assertThat(plain.join()).returns(2L, Commit::first).returns(batch.commits().getFirst().id(), Commit::id);
    }

    @Test
    void aBatchHasRoomForSoManyCommitsAndSoManyBytes() {
        // given
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        List<CompletableFuture<Commit>> many = IntStream.range(0, 257).mapToObj(_ -> append(events(1, "A"))).toList();
        List<CompletableFuture<Commit>> large = IntStream.range(0, 5).mapToObj(_ -> append(List.of(ofOneMegabyte())))
                .toList();
        inFlight.pass();

        // when
        List<Integer> sizes = IntStream.range(0, 3).mapToObj(_ -> {
            GatedEventLog.Arrival batch = log.next();
            batch.pass();
            return batch.commits().size();
        }).toList();

        // then
        assertThat(sizes).containsExactly(256, 1 + 4, 1);
        assertThat(many).extracting(CompletableFuture::join).extracting(Commit::last).contains(2L, 258L);
        assertThat(large.getLast().join().last()).isEqualTo(263);
    }

    @Test
    void whoWouldWaitBeyondTheBoundIsRefusedAtOnceAndNobodyElse() {
        // given
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "Other")));
        List<CompletableFuture<Commit>> waiting = IntStream.range(0, 299).mapToObj(_ -> append(events(1, "A")))
                .toList();

        // when
        CompletableFuture<Commit> oneTooMany = append(events(1, "A"));

        // then
        assertThatThrownBy(oneTooMany::join).cause().isInstanceOf(TooManyAppendsException.class)
                .hasMessageContaining("300 commits");
        inFlight.pass();
        log.next().pass();
        log.next().pass();
        assertThat(waiting).extracting(CompletableFuture::join).hasSize(299);
        arrivalOf(append(events(1, "A"))).pass();
    }

    @Test
    void aConditionThatReachesBackBehindMemoryIsReadBeforeItHoldsUpAnybody() {
        // given
        log.commits.add(commit(Head.ORIGIN, event("IncidentDeclared", FIRST_INCIDENT)));
        arrivalOf(append(events(1, "A"))).pass();
        int reads = log.reads.get();

        // when
        CompletableFuture<Commit> refused = append(events(1, "B", FIRST_INCIDENT), NOTHING_OF_THE_INCIDENT, null);
        assertThatThrownBy(refused::join).hasCauseInstanceOf(ConditionNotMetException.class);
        assertThat(log.reads).hasValue(reads + 1);
        arrivalOf(append(events(1, "B", SEARCH), new AppendCondition(Criteria.tagged(SEARCH), 1), null)).pass();

        // then
        assertThat(log.reads).as("behind the tail's start, memory knows").hasValue(reads + 1);
    }

    @Test
    void whatComesBetweenTheReadAndTheBatchIsFoundInMemory() {
        // given
        log.commits.add(commit(Head.ORIGIN, event("Other")));
        GatedEventLog.Arrival inFlight = arrivalOf(append(events(1, "IncidentDeclared", FIRST_INCIDENT)));
        CompletableFuture<Commit> decidedEarlier = append(events(1, "B"), NOTHING_OF_THE_INCIDENT, null);

        // when
        inFlight.pass();

        // then
        assertThatThrownBy(decidedEarlier::join).cause().isInstanceOfSatisfying(ConditionNotMetException.class,
                conflict -> assertThat(conflict.conflictingPosition()).isEqualTo(2));
        assertThat(log.nothingArrived()).isTrue();
    }

    private GatedEventLog.Arrival arrivalOf(CompletableFuture<Commit> append) {
        assertThat(append).isNotDone();
        return log.next();
    }

    private CompletableFuture<Commit> append(List<EventData> events) {
        return append(events, AppendCondition.none(), null);
    }

    /** Never empty: Reactor's futures do not say it in their types. */
    @SuppressWarnings("NullAway")
    private CompletableFuture<Commit> append(List<EventData> events, AppendCondition condition,
            @Nullable String commandId) {
        return store.append(events, condition, commandId).toFuture();
    }

    private static EventData ofOneMegabyte() {
        return new EventData("id", "Large", "1", TestEvents.NOON, Set.of(), new byte[1024 * 1024 - 200], Map.of());
    }
}
