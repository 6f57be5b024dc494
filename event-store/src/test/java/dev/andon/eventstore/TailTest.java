package dev.andon.eventstore;

import static dev.andon.eventstore.OpenedLog.CHECKOUT;
import static dev.andon.eventstore.OpenedLog.FIRST_INCIDENT;
import static dev.andon.eventstore.OpenedLog.SEARCH;
import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final Criteria OF_THE_INCIDENT = Criteria.tagged(FIRST_INCIDENT);

    private final Tail tail = new Tail(10_000);

    @Test
    void aTailThatHasNotBegunKnowsNothing() {
        tail.add(commit(Head.ORIGIN, event("A")));

        assertThat(tail.head()).isEmpty();
        assertThat(tail.reachesBackTo(Criteria.everything(), 0)).isFalse();
        assertThat(tail.matching(Criteria.everything(), 0, 0)).isEmpty();
        assertThat(tail.commitsAfter(0, 1)).isEmpty();
        assertThat(tail.recent(Criteria.everything(), 0)).isEmpty();
    }

    @Test
    void whatDoesNotFollowIsRefusedLoudlyAndWhatIsThereAlreadyPassedOver() {
        // given
        Commit first = commit(Head.ORIGIN, event("A"), event("A"));
        Commit second = commit(first.head(), event("A"));
        tail.startBehind(Head.ORIGIN);
        tail.add(first);

        // then
        assertThatThrownBy(() -> tail.add(commit(second.head(), event("B")))).isInstanceOf(GapInLogException.class)
                .hasMessageContaining("position 3").hasMessageContaining("position 4");
        assertThatThrownBy(() -> tail.add(commit(new Head(2, Hash.ORIGIN, Instant.EPOCH), event("B"))))
                .isInstanceOf(CorruptCommitException.class);
        tail.add(second);
        tail.add(first);
        assertThat(tail.commitsAfter(0, 9)).contains(List.of(first, second));
        assertThat(tail.head()).contains(second.head());
    }

    @Test
    void whatIsTooMuchIsForgottenFromTheOldestOnAndNeverSpokenOf() {
        // given
        tail.startBehind(Head.ORIGIN);
        List<Commit> commits = fill(100);

        // when
        long start = IntStream.rangeClosed(0, 100).filter(after -> tail.reachesBackTo(OF_THE_INCIDENT, after))
                .findFirst().orElseThrow();

        // then
        assertThat(start).isBetween(1L, 99L);
        assertThat(tail.commitsAfter(start - 1, 999)).isEmpty();
        assertThat(tail.commitsAfter(start, 999)).contains(commits.subList((int) start, 100));
        assertThat(tail.matching(OF_THE_INCIDENT, start - 1, 100)).isEmpty();
        assertThat(tail.matching(OF_THE_INCIDENT, start, 100)).hasValueSatisfying(
                events -> assertThat(events).hasSize((int) (100 - start)));
        assertThat(tail.commitOf("command 0")).isEmpty();
        assertThat(tail.commitOf("command 99")).contains(commits.get(99));
    }

    @Test
    void anIncidentThatBeganInTheTailIsKnownFromItsBeginning() {
        // given
        tail.startBehind(fill(3).getLast().head());
        assertThat(tail.matching(OF_THE_INCIDENT, 0, 3)).as("there may be more before the start").isEmpty();

        // when
        tail.learn(FIRST_INCIDENT, Optional.empty(), 3);
        tail.add(commit(tail.head().orElseThrow(), event("IncidentDeclared", FIRST_INCIDENT)));

        // then
        assertThat(tail.matching(OF_THE_INCIDENT, 0, 4)).hasValueSatisfying(
                events -> assertThat(events).extracting(RecordedEvent::position).containsExactly(4L));
        assertThat(tail.reachesBackTo(OF_THE_INCIDENT.andTypes("IncidentResolved"), 0)).isTrue();
        assertThat(tail.reachesBackTo(Criteria.tagged(FIRST_INCIDENT, SEARCH), 0)).as("is a part of it").isTrue();
        assertThat(tail.reachesBackTo(OF_THE_INCIDENT.or(Criteria.tagged(SEARCH)), 0)).isFalse();
        fill(100);
        assertThat(tail.matching(OF_THE_INCIDENT, 0, 104)).as("its beginning is forgotten").isEmpty();
    }

    @Test
    void whatIsFoundIsWhatWasAddedHoweverMuchOfItIsKeptAsObjects() {
        // given
        tail.startBehind(Head.ORIGIN);
        Commit large = commit(Head.ORIGIN, events(8, "FindingAdded", FIRST_INCIDENT).toArray(EventData[]::new));

        // when
        tail.addAll(List.of(large, commit(large.head(), event("IncidentDeclared", FIRST_INCIDENT))));
        fill(3);

        // then
        for (int time = 0; time < 2; time++) {
            assertThat(tail.matching(OF_THE_INCIDENT.andTypes("FindingAdded"), 0, 9)).hasValueSatisfying(
                    found -> assertThat(found).isEqualTo(large.recordedEvents().toList()));
        }
        assertThat(tail.commitsAfter(0, 1)).contains(List.of(large));
    }

    @Test
    void whoeverListensIsToldOnceOfWhatCameTogether() {
        // given
        List<Long> told = new ArrayList<>();
        tail.startBehind(Head.ORIGIN);
        tail.growth().subscribe(told::add);
        Commit first = commit(Head.ORIGIN, event("A"));

        // when
        tail.addAll(List.of(first, commit(first.head(), event("A"), event("B"))));

        // then
        assertThat(told).containsExactly(0L, 3L);
    }

    @Test
    void aDecisionRestsOnMemoryOnlyIfTheLogWentNoFurtherAMomentAgoAndSomethingMatches() {
        // given
        tail.startBehind(Head.ORIGIN);
        tail.add(commit(Head.ORIGIN, event("IncidentDeclared", FIRST_INCIDENT)));

        // then
        assertThat(tail.recent(OF_THE_INCIDENT, 0)).isEmpty();
        tail.confirm(System.nanoTime() + 3_600_000_000_000L);
        assertThat(tail.recent(OF_THE_INCIDENT, 0)).hasValueSatisfying(
                sourced -> assertThat(sourced.marker()).isEqualTo(1));
        assertThat(tail.recent(Criteria.tagged(SEARCH), 0)).isEmpty();
    }

    @Test
    void criteriaAreAskedOfOneEventAndTheFirstMatchBehindThePositionIsTheConflict() {
        // given
        tail.startBehind(Head.ORIGIN);
        tail.add(commit(Head.ORIGIN, event("A", CHECKOUT), event("B", SEARCH), event("A", CHECKOUT, SEARCH)));
        tail.add(commit(tail.head().orElseThrow(), event("B", CHECKOUT)));

        // then
        assertThat(tail.firstMatch(Criteria.tagged(CHECKOUT, SEARCH), 0)).hasValue(3);
        assertThat(tail.firstMatch(Criteria.tagged(CHECKOUT).andTypes("B"), 0)).hasValue(4);
        assertThat(tail.firstMatch(Criteria.tagged(CHECKOUT), 1)).hasValue(3);
        assertThat(tail.firstMatch(Criteria.ofTypes("B").or(Criteria.tagged(CHECKOUT)), 1)).hasValue(2);
        assertThat(tail.firstMatch(Criteria.everything(), 3)).hasValue(4);
        assertThat(tail.firstMatch(Criteria.everything(), 4)).isEmpty();
        assertThat(tail.firstMatch(Criteria.nothing(), 0)).isEmpty();
    }

    private List<Commit> fill(int count) {
        Head[] head = {tail.head().orElse(Head.ORIGIN)};
        return IntStream.range(0, count).mapToObj(number -> {
            Commit commit = commit(head[0], "command " + number,
                    events(1, "FindingAdded", FIRST_INCIDENT).toArray(EventData[]::new));
            tail.add(commit);
            head[0] = commit.head();
            return commit;
        }).toList();
    }
}
