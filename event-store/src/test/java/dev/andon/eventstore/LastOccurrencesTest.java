package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "No" must be certain; "perhaps" must be rare enough to be looked up. */
class LastOccurrencesTest {

    private static final int EVENTS = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {0, EVENTS})
    void whatMatchesIsNeverDeniedHoweverSmallTheTable(long expected) {
        // given
        Random random = new Random(5);
        LastOccurrences occurrences = new LastOccurrences(expected);
        List<RecordedEvent> events = new ArrayList<>();
        for (int position = 1; position <= EVENTS; position++) {
            RecordedEvent recorded = new RecordedEvent(position, NOON, event(type(random), tag(random), other(random)));
            events.add(recorded);
            occurrences.add(recorded);
        }

        // then
        int matching = 0;
        for (int question = 0; question < 2_000; question++) {
            Criteria criteria = criteria(random);
            long after = random.nextInt(EVENTS);
            boolean matches = events.stream().skip(after).anyMatch(event -> criteria.matches(event.data()));
            matching += matches ? 1 : 0;
            if (matches) {
                assertThat(occurrences.mayMatchBehind(after, criteria)).as("%s behind %d", criteria, after).isTrue();
            }
        }
        assertThat(matching).as("or this test has asked nothing").isBetween(500, 1_900);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void whatNeverOccurredIsMostlyKnownNotToHave(int count) {
        LastOccurrences occurrences = new LastOccurrences(count);
        IntStream.rangeClosed(1, count).forEach(position -> occurrences.add(
                new RecordedEvent(position, NOON, event("Added", Tag.of("finding", "F-" + position)))));
        assertThat(IntStream.range(0, 1_000).filter(number -> occurrences.mayMatchBehind(0,
                Criteria.tagged(Tag.of("finding", "G-" + number)))).count()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025, 3_000})
    void moreTypesThanItKeepsAreNotDenied(int types) {
        LastOccurrences occurrences = new LastOccurrences(types);
        IntStream.rangeClosed(1, types).forEach(position -> occurrences.add(
                new RecordedEvent(position, NOON, event("Type" + position))));
        assertThat(IntStream.rangeClosed(1, types)).allMatch(
                position -> occurrences.mayMatchBehind(position - 1, Criteria.ofTypes("Type" + position)));
        assertThat(occurrences.mayMatchBehind(types - 1, Criteria.everything())).isTrue();
    }

    private static String type(Random random) {
        return "Type" + random.nextInt(5);
    }

    private static Tag tag(Random random) {
        return Tag.of("tag", Integer.toString(random.nextInt(300)));
    }

    private static Tag other(Random random) {
        return Tag.of("other", Integer.toString(random.nextInt(3)));
    }

    private static Criteria criteria(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Criteria.tagged(tag(random));
            case 1 -> Criteria.tagged(tag(random)).andTypes(type(random));
            case 2 -> Criteria.tagged(tag(random), other(random));
            case 3 ->
                Criteria.tagged(tag(random)).andTypes(type(random)).or(Criteria.tagged(tag(random), other(random)));
            default -> Criteria.tagged(tag(random)).andTypes(type(random), type(random) + "x");
        };
    }
}
