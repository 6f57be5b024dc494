package dev.andon.eventstore;

import static dev.andon.eventstore.OpenedLog.CHECKOUT;
import static dev.andon.eventstore.OpenedLog.FIRST_INCIDENT;
import static dev.andon.eventstore.OpenedLog.SEARCH;

import dev.andon.eventstore.EngineWalk.Marker;
import dev.andon.eventstore.EngineWalk.Send;
import dev.andon.eventstore.EngineWalk.Step;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * A thousand walks of up to fifteen steps and four appends a step. What this has to find cannot be listed: a verdict
 * given too early, a commit stored twice, a tail with a hole, each needs a certain fault at a certain moment.
 */
class EngineWalkTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Duration TOO_SHORT = Duration.ofMillis(30);

    @Property(tries = 700)
    void twoEnginesOnOneReliableLogSayWhatAListWouldSay(@ForAll("walks") List<Step> steps,
            @ForAll("tailBytes") List<Long> tailBytes) {
        new EngineWalk(0, 0, tailBytes, LONG_ENOUGH).take(steps);
    }

    @Property(tries = 200)
    void twoEnginesOnOneUnreliableLogSayWhatAListWouldSay(@ForAll("walks") List<Step> steps,
            @ForAll("tailBytes") List<Long> tailBytes, @ForAll long seed, @ForAll @IntRange(max = 60) int faults) {
        new EngineWalk(seed, faults, tailBytes, LONG_ENOUGH).take(steps);
    }

    @Property(tries = 100)
    void whoGivesUpTooEarlyIsStillToldNothingUntrue(@ForAll("walks") List<Step> steps,
            @ForAll("tailBytes") List<Long> tailBytes, @ForAll long seed,
            @ForAll @IntRange(min = 30, max = 90) int faults) {
        new EngineWalk(seed, faults, tailBytes, TOO_SHORT).take(steps);
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        return Combinators.combine(sends().list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
                .as(Step::new).list().ofMinSize(1).ofMaxSize(15);
    }

    /** Nothing, a few commits, everything. */
    @Provide
    Arbitrary<List<Long>> tailBytes() {
        return Arbitraries.of(0L, 3_000L, 1_000_000L).list().ofSize(2);
    }

    private Arbitrary<Send> sends() {
        Arbitrary<List<EventData>> events = Combinators.combine(types(), tags().set().ofMaxSize(2))
                .as((type, tags) -> TestEvents.event(type, tags.toArray(Tag[]::new))).list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<@Nullable String> commandIds = Arbitraries.of("one", "two", "three", "four").injectNull(0.7);
        return Combinators.combine(Arbitraries.of(0, 1), events, criteria(), Arbitraries.of(Marker.class), commandIds)
                .as(Send::new);
    }

    private Arbitrary<Criteria> criteria() {
        Arbitrary<Criteria.Clause> clauses = Combinators
                .combine(tags().set().ofMaxSize(2), types().set().ofMaxSize(2)).as(Criteria.Clause::new);
        return clauses.list().ofMinSize(1).ofMaxSize(2).map(Criteria::new);
    }

    private static Arbitrary<String> types() {
        return Arbitraries.of("A", "B", "C");
    }

    private static Arbitrary<Tag> tags() {
        return Arbitraries.of(CHECKOUT, SEARCH, FIRST_INCIDENT);
    }
}
