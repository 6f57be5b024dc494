package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every log owes, whatever it keeps its bytes in: one suite, run by each log in a class of a few lines. */
public abstract class EventLogContract extends SharedLogContract {

    @Test
    void positionsBeginAtOneAndFollowTheOrderOfRecording() {
        // when
        Commit first = append(event("IncidentDeclared"));
        Commit second = append(event("FindingAdded"), event("FindingAdded"));
        Commit third = append(event("IncidentResolved"));

        // then
        assertThat(List.of(first.first(), second.first(), third.first())).containsExactly(1L, 2L, 4L);
        assertThat(log.read(0).collectList().block()).containsExactly(first, second, third);
        assertThat(log.head().block()).isEqualTo(third.head());
    }

    @Test
    void anEmptyLogEndsAtItsOrigin() {
        assertThat(log.head().block()).isEqualTo(Head.ORIGIN);
        assertThat(log.read(0).collectList().block()).isEmpty();
        assertThat(log.readMatching(Criteria.everything(), 0, Long.MAX_VALUE).collectList().block()).isEmpty();
    }

    @Test
    void aCommitWithAsMuchOfEverythingAsOneMayHaveIsTaken() {
        // given
        Set<Tag> tags = IntStream.range(0, Bounds.TAGS_OF_AN_EVENT).mapToObj(number -> Tag.of("t", "" + number))
                .collect(Collectors.toSet());
        Map<String, String> metadata = IntStream.range(0, Bounds.METADATA_OF_AN_EVENT).boxed()
                .collect(Collectors.toMap(String::valueOf, _ -> "v"));
        int rest = Bounds.BYTES - 1_500_000;
        List<EventData> most = IntStream.range(0, Bounds.EVENTS)
                .mapToObj(number -> new EventData("" + number, "Type", "1", TestEvents.NOON, tags,
                        new byte[rest / Bounds.EVENTS], metadata))
                .toList();

        // when
        await(store.append(most, AppendCondition.none(), "c".repeat(Bounds.CHARACTERS)));

        // then
        assertThat(log.read(0).single().map(Commit::events).block()).isEqualTo(most);
    }

    @Test
    void whatIsReadIsWhatWasGivenToTheByte() {
        // given
        byte[] everyByte = new byte[256];
        IntStream.range(0, 256).forEach(value -> everyByte[value] = (byte) value);
        EventData odd = new EventData("id", "Type", "2.1", Instant.parse("2026-07-14T12:00:00.123456789Z"),
                Set.of(Tag.of("a=b\\", "c=d"), Tag.of("ключ", "")), everyByte,
                Map.of("a.b", "1", "$set", "2", "", "3", "with \"quotes\"", "\uD83D\uDE80"));
        AppendCondition condition = new AppendCondition(Criteria.tagged(Tag.of("a=b\\", "c=d")).andTypes("Type")
                .or(Criteria.ofTypes("Other")), 0);

        // when
        Commit recorded = await(store.append(List.of(odd), condition, "command"));

        // then
        assertThat(recorded.events()).containsExactly(odd);
        assertThat(log.read(0).collectList().block()).containsExactly(recorded);
        assertThat(store.read(Criteria.tagged(Tag.of("a=b\\", "c=d")), 0, 1).map(RecordedEvent::data).collectList()
                .block()).containsExactly(odd);
    }

    @Test
    void anEmptyAppendRecordsNothing() {
        assertThat(store.append(List.of(), AppendCondition.none(), "command").blockOptional()).isEmpty();
        assertThat(log.head().block()).isEqualTo(Head.ORIGIN);
    }

    @Test
    void aConditionFailsOnAMatchingEventBehindItsMarkerAndOnNoOther() {
        // given
        append(event("IncidentDeclared", FIRST_INCIDENT), event("FindingAdded", FIRST_INCIDENT));
        append(event("CheckInRecorded", CHECKOUT));

        // then
        refuses(Criteria.tagged(FIRST_INCIDENT), 0, 1);
        refuses(Criteria.tagged(FIRST_INCIDENT), 1, 2);
        refuses(Criteria.ofTypes("CheckInRecorded"), 2, 3);
        refuses(Criteria.ofTypes("Nothing").or(Criteria.tagged(CHECKOUT)), 0, 3);
        refuses(Criteria.everything(), 2, 3);
        accepts(Criteria.tagged(FIRST_INCIDENT), 2);
        accepts(Criteria.ofTypes("FindingAdded"), 2);
        accepts(Criteria.tagged(SEARCH), 0);
        accepts(Criteria.tagged(FIRST_INCIDENT).andTypes("CheckInRecorded"), 0);
        accepts(Criteria.nothing(), 0);
    }

    @Test
    void aRefusedCommitLeavesNoneOfItsEventsBehind() {
        // given
        append(event("IncidentDeclared", FIRST_INCIDENT));

        // when
        assertThatThrownBy(() -> store.append(events(3, "FindingAdded", CHECKOUT),
                new AppendCondition(Criteria.tagged(FIRST_INCIDENT), 0), "command").block())
                .isInstanceOf(ConditionNotMetException.class);

        // then
        assertThat(await(log.head()).position()).isEqualTo(1);
        assertThat(log.commitOf("command").blockOptional()).isEmpty();
        assertThat(read(Criteria.tagged(CHECKOUT), 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void typeAndTagsAreAskedOfOneEventAndNotOfItsNeighbours() {
        // given
        append(event("ServiceRegistered", CHECKOUT), event("CheckInRecorded", SEARCH));
        append(event("CheckInRecorded", CHECKOUT, SEARCH));
        append(event("FindingAdded", CHECKOUT), event("FindingAdded", SEARCH));

        // then
        assertThat(read(Criteria.tagged(CHECKOUT).andTypes("CheckInRecorded"), 0, 9)).containsExactly(3L);
        assertThat(read(Criteria.tagged(CHECKOUT, SEARCH), 0, 9)).containsExactly(3L);
        assertThat(read(Criteria.tagged(CHECKOUT, SEARCH).andTypes("FindingAdded"), 0, 9)).isEmpty();
        assertThat(read(Criteria.tagged(SEARCH).andTypes("CheckInRecorded", "FindingAdded"), 0, 9))
                .containsExactly(2L, 3L, 5L);
        accepts(Criteria.tagged(CHECKOUT).andTypes("CheckInRecorded"), 3);
        accepts(Criteria.tagged(CHECKOUT, SEARCH).andTypes("FindingAdded"), 0);
    }

    @Test
    void anEqualsSignInATagDoesNotMakeItAnotherTag() {
        // given
        append(event("FindingAdded", Tag.of("a", "b=c")));

        // then
        assertThat(read(Criteria.tagged(Tag.of("a", "b=c")), 0, 1)).containsExactly(1L);
        accepts(Criteria.tagged(Tag.of("a=b", "c")), 0);
    }

    @Test
    void aRangeMayBeginAndEndInsideACommit() {
        // given
        Commit before = append(event("FindingAdded", CHECKOUT));
        Commit commit = append(events(4, "FindingAdded", CHECKOUT).toArray(EventData[]::new));
        Commit behind = append(event("FindingAdded", CHECKOUT));

        // then
        assertThat(log.read(0).collectList().block()).containsExactly(before, commit, behind);
        assertThat(log.read(3).collectList().block()).containsExactly(commit, behind);
        assertThat(log.read(5).collectList().block()).containsExactly(behind);
        assertThat(log.read(6).collectList().block()).isEmpty();
        assertThat(log.read(600).collectList().block()).isEmpty();
        assertThat(read(Criteria.tagged(CHECKOUT), 2, 4)).containsExactly(3L, 4L);
        assertThat(read(Criteria.everything(), 3, 6)).containsExactly(4L, 5L, 6L);
        assertThat(log.readMatching(Criteria.ofTypes("FindingAdded"), 3, 4).collectList().block())
                .containsExactly(commit);
    }

    @Test
    void theFirstCommitWithATagIsFoundWhateverElseItHolds() {
        // given
        append(event("IncidentDeclared", FIRST_INCIDENT));
        Commit second = append(event("FindingAdded", FIRST_INCIDENT), event("FindingAdded", FIRST_INCIDENT, CHECKOUT));
        append(event("CheckInRecorded", CHECKOUT));

        // then
        assertThat(log.firstWith(FIRST_INCIDENT).block()).isEqualTo(1);
        assertThat(log.firstWith(CHECKOUT).block()).isEqualTo(second.first());
        assertThat(log.firstWith(Tag.of("service", "search")).blockOptional()).isEmpty();
    }

    @Test
    void aLongLogIsReadWholeAndInOrder() {
        // given
        Flux.range(1, 700).concatMap(number -> store.append(
                number % 2 == 0
                        ? List.of(event("FindingAdded", FIRST_INCIDENT))
                        : List.of(event("CheckInRecorded", CHECKOUT), event("HypothesisAssessed", FIRST_INCIDENT)),
                AppendCondition.none(), null)).blockLast();

        // then
        assertThat(store.read(0).flatMapIterable(commit -> commit.recordedEvents().toList())
                .map(RecordedEvent::position).collectList().block())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1050).boxed().toList());
        assertThat(read(Criteria.tagged(FIRST_INCIDENT), 0, 1050)).hasSize(700).isSorted();
        assertThat(read(Criteria.tagged(FIRST_INCIDENT).or(Criteria.ofTypes("CheckInRecorded")), 0, 1050))
                .hasSize(1050).isSorted();
        assertThat(read(Criteria.ofTypes("CheckInRecorded"), 0, 1050)).hasSize(350).isSorted();
        assertThat(read(Criteria.everything(), 525, 1049)).hasSize(524).isSorted();
    }

    @Test
    void whatWasRecordedIsThereAfterReopening() {
        // given
        Commit first = await(store.append(events(3, "FindingAdded", CHECKOUT), AppendCondition.none(), "command"));
        log.close();

        // when
        log = open();
        store = new EventStore(log, Clock.systemUTC());
        Commit second = append(event("FindingAdded", CHECKOUT));

        // then
        assertThat(log.read(0).collectList().block()).containsExactly(first, second);
        assertThat(second.first()).isEqualTo(4);
        assertThat(log.commitOf("command").block()).isEqualTo(first);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        append(event("FindingAdded"));
        log.close();
        log.close();
        log = open();
        assertThat(await(log.head()).position()).isEqualTo(1);
    }

    @Test
    void anAppendBehindAHeadThatMovedIsRefusedAndALateEchoOfOnesOwnIsNot() {
        // given
        Commit first = commit(Head.ORIGIN, event("IncidentDeclared"));
        Commit second = commit(first.head(), event("FindingAdded"));
        log.append(Head.ORIGIN, List.of(first)).block();

        // when
        log.append(Head.ORIGIN, List.of(first)).block();
        log.append(Head.ORIGIN, List.of(first, second)).block();

        // then
        assertThat(log.read(0).collectList().block()).containsExactly(first, second);
        assertThatThrownBy(() -> log.append(Head.ORIGIN, List.of(commit(Head.ORIGIN, event("FindingAdded")))).block())
                .isInstanceOf(HeadMovedException.class);
        assertThatThrownBy(() -> log.append(first.head(), List.of(commit(first.head(), event("FindingAdded"))))
                .block()).isInstanceOf(HeadMovedException.class);
        assertThatThrownBy(() -> log.append(second.head(), List.of(commit(first.head(), event("FindingAdded"))))
                .block()).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.head().block()).isEqualTo(second.head());
    }

    @Test
    void aFailureInABatchKeepsTheCommitsBeforeIt() {
        // given
        Commit first = commit(Head.ORIGIN, "command", event("IncidentDeclared"));
        Commit second = commit(first.head(), "another command", event("FindingAdded"));
        Commit again = commit(second.head(), "command", event("IncidentDeclared"));
        Commit last = commit(again.head(), event("FindingAdded"));

        // then
        assertThatThrownBy(() -> log.append(Head.ORIGIN, List.of(first, second, again, last)).block())
                .isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                        known -> assertThat(known.commit()).isEqualTo(first));
        assertThat(log.read(0).collectList().block()).containsExactly(first, second);
        assertThat(log.head().block()).isEqualTo(second.head());
    }
}
