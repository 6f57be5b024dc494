package dev.andon.eventstore.axon;

import static dev.andon.eventstore.axon.Engines.append;
import static dev.andon.eventstore.axon.Engines.at;
import static dev.andon.eventstore.axon.Engines.event;
import static dev.andon.eventstore.axon.Engines.first;
import static dev.andon.eventstore.axon.Engines.marker;
import static dev.andon.eventstore.axon.Engines.source;
import static dev.andon.eventstore.axon.Engines.unless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.LogVerifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon's own suite leaves out: markers, races, multi-event conditions, tokens inside a commit, command ids. */
abstract class AndonEventStorageEngineContract {

    private static final Tag INCIDENT = Tag.of("incident", "INC-1");
    private static final Tag OTHER_INCIDENT = Tag.of("incident", "INC-2");
    private static final EventCriteria ABOUT_INCIDENT = EventCriteria.havingTags(INCIDENT);

    private EventLog log;
    private AndonEventStorageEngine engine;
    private AndonEventStorageEngine otherEngine;

    protected abstract EventLog open();

    @BeforeEach
    void openEngines() {
        log = open();
        engine = Engines.on(log);
        otherEngine = Engines.on(log);
    }

    @AfterEach
    void verifyAndClose() {
        assertThat(LogVerifier.verify(log).blockOptional().orElseThrow().firstFault()).isEmpty();
        log.close();
    }

    @Test
    void theMarkerOfAnEmptyStoreIsZero() {
        assertThat(source(engine, ABOUT_INCIDENT)).singleElement().returns(0L, Engines::marker);
    }

    @Test
    void theMarkerIsTheHeadAlsoWhenNothingMatched() {
        append(engine, AppendCondition.none(), event("Declared", OTHER_INCIDENT), event("Resolved", OTHER_INCIDENT));

        assertThat(source(engine, ABOUT_INCIDENT)).singleElement().returns(2L, Engines::marker);
    }

    @Test
    void anAppendAnswersItsLastPosition() {
        assertThat(append(engine, AppendCondition.none(), event("Declared", INCIDENT))).isEqualTo(at(1));
        assertThat(append(engine, AppendCondition.none(), event("A", INCIDENT), event("B"), event("C")))
                .isEqualTo(at(4));
    }

    @Test
    void whoeverAppendedMayGoOnFromTheMarkerItGot() {
        ConsistencyMarker own = append(engine, unless(ABOUT_INCIDENT, ConsistencyMarker.ORIGIN),
                event("Declared", INCIDENT));

        assertThat(append(engine, unless(ABOUT_INCIDENT, own), event("Resolved", INCIDENT))).isEqualTo(at(2));
    }

    @Test
    void anEventRightBehindOnesOwnAppendIsAConflict() {
        ConsistencyMarker own = append(engine, AppendCondition.none(), event("Declared", INCIDENT));
        append(otherEngine, AppendCondition.none(), event("Resolved", INCIDENT));

        assertRejected(() -> append(engine, unless(ABOUT_INCIDENT, own), event("Added", INCIDENT)));
        assertThat(source(engine, ABOUT_INCIDENT)).hasSize(3);
    }

    @Test
    void anyEventOfACommitCanBeTheConflictingOne() {
        ConsistencyMarker sourced = append(engine, AppendCondition.none(), event("Declared", INCIDENT));
        append(otherEngine, AppendCondition.none(), event("A", OTHER_INCIDENT), event("B", OTHER_INCIDENT),
                event("C", INCIDENT));

        assertRejected(() -> append(engine, unless(ABOUT_INCIDENT, sourced), event("Added", INCIDENT)));
    }

    @Test
    void typeAndTagsOfDifferentEventsInOneCommitAreNoConflict() {
        ConsistencyMarker sourced = append(engine, AppendCondition.none(), event("Declared", INCIDENT));
        append(otherEngine, AppendCondition.none(), event("Resolved", OTHER_INCIDENT), event("Added", INCIDENT));

        assertThat(append(engine, unless(resolved(INCIDENT), sourced), event("Mitigated", INCIDENT))).isEqualTo(at(4));
    }

    @Test
    void aConditionOverSeveralEntitiesConflictsOnEachOfThem() {
        ConsistencyMarker sourced = append(engine, AppendCondition.none(), event("Declared", INCIDENT));
        EventCriteria either = EventCriteria.either(resolved(INCIDENT), resolved(OTHER_INCIDENT));
        append(otherEngine, AppendCondition.none(), event("Added", OTHER_INCIDENT));

        ConsistencyMarker notDisturbed = append(engine, unless(either, sourced), event("Linked", INCIDENT));

        append(otherEngine, AppendCondition.none(), event("Resolved", OTHER_INCIDENT));
        assertRejected(() -> append(engine, unless(either, notDisturbed), event("Linked", INCIDENT)));
    }

    @Test
    void ofManyRacersThroughTwoEnginesExactlyOneWins() throws Exception {
        int racers = 8;
        var barrier = new CyclicBarrier(racers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> attempts = IntStream.range(0, racers)
                    .mapToObj(racer -> CompletableFuture.supplyAsync(() -> {
                        var racing = racer % 2 == 0 ? engine : otherEngine;
                        var sourced = source(racing, ABOUT_INCIDENT).getLast();
                        await(barrier);
                        return wins(() -> append(racing, unless(ABOUT_INCIDENT, at(marker(sourced))),
                                event("Declared", INCIDENT)));
                    }, threads)).toList();

            assertThat(attempts.stream().filter(CompletableFuture::join).count())
                    .as("two winners would both have declared the incident").isEqualTo(1);
        }
        assertThat(source(engine, ABOUT_INCIDENT)).hasSize(2);
    }

    @Test
    void anAppendWithoutEventsStoresNothingAndHasNoMarker() {
        assertThat(append(engine, AppendCondition.none())).isEqualTo(ConsistencyMarker.ORIGIN);
        assertThat(engine.latestToken(null).join()).isEqualTo(position(0));
    }

    @Test
    void aStreamStartsInsideACommitIfItsTokenPointsThere() {
        append(engine, AppendCondition.none(), event("A"), event("B"), event("C"), event("D"));

        var entries = first(2, engine.stream(StreamingCondition.startingFrom(position(2)), null));

        assertThat(entries).extracting(entry -> entry.message().type().name()).containsExactly("C", "D");
        assertThat(entries).extracting(entry -> TrackingToken.fromContext(entry).orElseThrow())
                .containsExactly(position(3), position(4));
    }

    @Test
    void aStreamSkipsWhatItsCriteriaDoNotMatchAndGoesOnWithWhatComes() {
        append(engine, AppendCondition.none(), event("A", INCIDENT), event("B", OTHER_INCIDENT));
        var stream = engine.stream(StreamingCondition.conditionFor(position(0), ABOUT_INCIDENT), null);
        append(otherEngine, AppendCondition.none(), event("C", OTHER_INCIDENT), event("D", INCIDENT));

        assertThat(first(2, stream)).extracting(entry -> entry.message().type().name()).containsExactly("A", "D");
    }

    @Test
    void aStreamFromTheLatestTokenBeginsWithTheNextEvent() {
        append(engine, AppendCondition.none(), event("A"), event("B"));
        var stream = engine.stream(StreamingCondition.startingFrom(engine.latestToken(null).join()), null);
        append(engine, AppendCondition.none(), event("C"));

        assertThat(first(1, stream)).extracting(entry -> entry.message().type().name()).containsExactly("C");
    }

    @Test
    void anEventComesBackAsItWasAppendedAndSaysWhereItStands() {
        TaggedEventMessage<EventMessage> appended = event("Declared", INCIDENT);
        append(engine, AppendCondition.none(), appended);

        EventMessage read = source(engine, ABOUT_INCIDENT).getFirst().message();

        assertThat(read.identifier()).isEqualTo(appended.event().identifier());
        assertThat(read.type()).isEqualTo(appended.event().type());
        assertThat(read.timestamp()).isEqualTo(Engines.OCCURRED);
        assertThat(read.metadata()).isEqualTo(appended.event().metadata());
        assertThat(new String((byte[]) read.payload())).isEqualTo("payload of Declared");
        Recorded recorded = Recorded.of(read.andMetadata(Map.of("more", "metadata"))).orElseThrow();
        assertThat(recorded.position()).isEqualTo(1);
        assertThat(recorded.recordedAt()).isEqualTo(log.head().blockOptional().orElseThrow().recordedAt());
    }

    @Test
    void theCommitOfAUnitOfWorkIsFoundInItsContext() {
        append(engine, AppendCondition.none(), event("Declared"));
        var commit = new AtomicReference<Commit>();

        append(engine, AppendCondition.none(), _ -> {},
                context -> commit.set(context.getResource(AndonEventStorageEngine.COMMIT)), event("A"), event("B"));

        assertThat(commit.get()).returns(2L, Commit::first).returns(3L, Commit::last);
    }

    @Test
    void aCommandIdIsRecordedOnceAndItsSecondAppendIsToldTheFirstCommit() {
        appendAs("command-1", event("Declared", INCIDENT));

        assertThatThrownBy(() -> appendAs("command-1", event("Declared", INCIDENT))).cause()
                .isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                        e -> assertThat(e.commit()).returns("command-1", Commit::commandId).returns(1L, Commit::last));
        assertThat(engine.latestToken(null).join()).isEqualTo(position(1));
    }

    @Test
    void whatIsRolledBackBeforeItsCommitIsNeverStored() {
        var transaction = engine.appendEvents(AppendCondition.none(), null, List.of(event("A"))).join();

        transaction.rollback(null);

        assertThatThrownBy(() -> transaction.commit(null).join()).cause().isInstanceOf(IllegalStateException.class);
        assertThat(engine.latestToken(null).join()).isEqualTo(position(0));
    }

    @Test
    void aRollbackAfterTheCommitChangesNothing() {
        var transaction = engine.appendEvents(AppendCondition.none(), null, List.of(event("A"))).join();

        transaction.commit(null).join();
        transaction.rollback(null);

        assertThat(engine.latestToken(null).join()).isEqualTo(position(1));
    }

    @Test
    void aTokenAtAnInstantComesRightBeforeTheFirstCommitRecordedThen() {
        append(engine, AppendCondition.none(), event("A"), event("B"));
        var first = log.head().blockOptional().orElseThrow().recordedAt();
        append(engine, AppendCondition.none(), event("C"));
        var last = log.head().blockOptional().orElseThrow().recordedAt();

        assertThat(engine.tokenAt(first, null).join()).isEqualTo(position(0));
        assertThat(engine.tokenAt(last, null).join()).isEqualTo(position(last.equals(first) ? 0 : 2));
        assertThat(engine.tokenAt(last.plusMillis(1), null).join()).isEqualTo(position(3));
    }

    private void appendAs(String commandId, TaggedEventMessage<?> event) {
        append(engine, AppendCondition.none(),
                context -> context.putResource(AndonEventStorageEngine.COMMAND_ID, commandId), _ -> {}, event);
    }

    private static EventCriteria resolved(Tag tag) {
        return EventCriteria.havingTags(tag).andBeingOneOfTypes(new QualifiedName("Resolved"));
    }

    private static void assertRejected(ThrowingCallable append) {
        assertThatThrownBy(append).cause().isInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    private static boolean wins(Runnable append) {
        try {
            append.run();
            return true;
        } catch (CompletionException e) {
            assertThat(e).cause().isInstanceOf(AppendEventsTransactionRejectedException.class);
            return false;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrackingToken position(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
