package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EventIndexTest {

    private static final Tag ONE = Tag.of("incident", "INC-1");
    private static final Tag OTHER = Tag.of("incident", "INC-2");
    private static final Tag SERVICE = Tag.of("service", "checkout");

    @Property
    void findsWhatAPassOverAllEventsFindsWhateverHasBeenRemovedMeanwhile(
            @ForAll("logs") List<List<EventData>> log,
            @ForAll("criteria") Criteria criteria,
            @ForAll @IntRange(max = 8) int added,
            @ForAll @IntRange(max = 8) int removed,
            @ForAll @IntRange(max = 12) int after,
            @ForAll @IntRange(max = 12) int upTo) {
        // given
        List<Commit> commits = committed(log);
        int early = Math.min(added, commits.size());
        int gone = Math.min(removed, early);
        EventIndex index = new EventIndex();

        // when
        commits.subList(0, early).forEach(index::add);
        index.removeUpTo(gone == 0 ? 0 : commits.get(gone - 1).last());
        commits.subList(early, commits.size()).forEach(index::add);

        // then
        List<Commit> rest = commits.subList(gone, commits.size());
        assertThat(index.matching(criteria, after, upTo)).containsExactly(matching(rest, criteria, after, upTo));
        assertThat(index.firstMatch(criteria, after)).isEqualTo(
                LongStream.of(matching(rest, criteria, after, Long.MAX_VALUE)).findFirst().orElse(Places.NOWHERE));
    }

    private static List<Commit> committed(List<List<EventData>> log) {
        List<Commit> commits = new ArrayList<>();
        for (List<EventData> events : log) {
            Head head = commits.isEmpty() ? Head.ORIGIN : commits.getLast().head();
            commits.add(commit(head, events.toArray(EventData[]::new)));
        }
        return commits;
    }

    private static long[] matching(List<Commit> commits, Criteria criteria, long after, long upTo) {
        return commits.stream().flatMap(commit -> commit.recordedEvents(criteria, after, upTo))
                .mapToLong(RecordedEvent::position).toArray();
    }

    @Provide
    Arbitrary<List<List<EventData>>> logs() {
        Arbitrary<EventData> events = Combinators.combine(types(), tags())
                .as((type, tags) -> event(type, tags.toArray(Tag[]::new)));
        return events.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Criteria> criteria() {
        return Combinators.combine(tags(), types().set().ofMaxSize(2)).as(Criteria.Clause::new)
                .list().ofMaxSize(3).map(Criteria::new);
    }

    private static Arbitrary<String> types() {
        return Arbitraries.of("A", "B", "C");
    }

    private static Arbitrary<Set<Tag>> tags() {
        return Arbitraries.of(ONE, OTHER, SERVICE).set().ofMaxSize(3);
    }
}
