package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every log owes those who write and read it at the same time. */
public abstract class SharedLogContract extends OpenedLog {

    @Test
    void ofManyWritersThatDecidedOnTheSameStateOneWins() {
        // given
        List<EventStore> processes = List.of(store, another());
        AppendCondition nothingDeclared = new AppendCondition(Criteria.tagged(FIRST_INCIDENT), 0);

        // when
        List<Object> outcomes = allAtOnce(16, writer -> await(processes.get(writer % 2)
                .append(events(2, "IncidentDeclared", FIRST_INCIDENT), nothingDeclared, null)));

        // then
        assertThat(outcomes).filteredOn(Commit.class::isInstance)
                .as("writers who were told that theirs is the one declaration").hasSize(1);
        assertThat(outcomes).filteredOn(ConditionNotMetException.class::isInstance).hasSize(15);
        assertThat(read(Criteria.tagged(FIRST_INCIDENT), 0, 99)).containsExactly(1L, 2L);
    }

    @Test
    void writersWhoDoNotDependOnEachOtherAllGetThrough() {
        // given
        List<EventStore> processes = List.of(store, another());

        // when
        List<Object> outcomes = allAtOnce(40, writer -> {
            Tag own = Tag.of("incident", "INC-" + writer);
            return await(processes.get(writer % 2).append(events(1 + writer % 3, "IncidentDeclared", own),
                    new AppendCondition(Criteria.tagged(own), 0), null));
        });

        // then
        assertThat(outcomes).hasOnlyElementsOfType(Commit.class);
        assertThat(log.read(0).collectList().block()).as("exactly the commits that were acknowledged")
                .containsExactlyInAnyOrderElementsOf(outcomes.stream().map(Commit.class::cast).toList());
    }

    @Test
    void aCommandIsRecordedOnceAndItsFirstResultFound() {
        // given
        Commit first = await(store.append(List.of(event("IncidentDeclared")), AppendCondition.none(), "command"));
        append(event("FindingAdded", CHECKOUT));

        // then
        assertThat(log.commitOf("command").block()).isEqualTo(first);
        assertThat(log.commitOf("another").blockOptional()).isEmpty();
        for (EventStore process : List.of(store, another())) {
            assertThatThrownBy(() -> process.append(List.of(event("IncidentDeclared")), AppendCondition.none(),
                    "command").block())
                    .isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                            known -> assertThat(known.commit()).isEqualTo(first));
            assertThatThrownBy(() -> process.append(List.of(event("IncidentDeclared")),
                    new AppendCondition(Criteria.ofTypes("IncidentDeclared"), 0), "command").block())
                    .as("its own event is no conflict").isInstanceOf(CommandAlreadyRecordedException.class);
        }
        assertThat(await(log.head()).position()).isEqualTo(2);
    }

    @Test
    void aCommandSentManyTimesAtOnceIsRecordedOnce() {
        // given
        List<EventStore> processes = List.of(store, another());

        // when
        List<Object> outcomes = allAtOnce(16, sender -> await(processes.get(sender % 2)
                .append(List.of(event("IncidentDeclared")), AppendCondition.none(), "command")));

        // then
        assertThat(outcomes).filteredOn(Commit.class::isInstance).as("senders who recorded it").hasSize(1);
        assertThat(outcomes).filteredOn(CommandAlreadyRecordedException.class::isInstance).hasSize(15);
        assertThat(outcomes).map(outcome -> outcome instanceof CommandAlreadyRecordedException known
                ? known.commit()
                : outcome).as("everybody learns the same result").containsOnly(log.commitOf("command").block());
    }

    @Test
    void aCallerWhoGoesAwayDoesNotTakeItsCommitBack() {
        // when
        Disposable caller = store.append(List.of(event("FindingAdded")), AppendCondition.none(), "command")
                .subscribe();
        caller.dispose();
        append(event("FindingAdded")); // is recorded behind it

        // then
        assertThat(await(log.commitOf("command")).first()).isEqualTo(1);
        assertThat(await(log.head()).position()).isEqualTo(2);
    }

    @Test
    void aFollowerSeesWhatIsThereAndThenWhatComes() {
        // given
        append(event("IncidentDeclared"), event("FindingAdded"));
        EventStore another = another();

        // then
        StepVerifier.create(store.follow(1).map(Commit::last))
                .expectNext(2L)
                .then(() -> append(event("FindingAdded")))
                .expectNext(3L)
                .then(() -> another.append(events(2, "FindingAdded"), AppendCondition.none(), null).block())
                .expectNext(5L)
                .then(() -> append(event("FindingAdded")))
                .expectNext(6L)
                .thenCancel()
                .verify();
    }

    @Test
    void aFollowerGetsNoMoreThanItAskedFor() {
        // given
        Flux.range(1, 300).concatMap(number -> store.append(List.of(event("FindingAdded")), AppendCondition.none(),
                null)).blockLast();

        // then
        StepVerifier.create(store.follow(0).map(Commit::first), 0)
                .expectSubscription()
                .thenRequest(1).expectNext(1L)
                .thenRequest(298).expectNextCount(298)
                .thenRequest(2).expectNext(300L)
                .then(() -> append(event("FindingAdded")))
                .expectNext(301L)
                .thenCancel()
                .verify();
    }

    @Test
    void aFollowerThatStartsInTheMiddleOfWritingMissesNothing() {
        // given
        EventStore another = another();
        List<Object> outcomes = new ArrayList<>();

        // when
        List<Long> seen = Flux.merge(
                store.follow(0).flatMapIterable(commit -> commit.recordedEvents().toList())
                        .map(RecordedEvent::position).take(120),
                Flux.range(0, 60).flatMap(number -> (number % 2 == 0 ? store : another)
                        .append(events(2, "FindingAdded"), AppendCondition.none(), null), 8)
                        .doOnNext(outcomes::add).thenMany(Flux.<Long>empty()))
                .collectList().block();

        // then
        assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(outcomes).hasSize(60);
    }
}
