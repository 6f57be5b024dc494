package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Turns;
import dev.andon.benchmarks.Unmeasured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** How fast events come back: all of them in order, and those of one incident that nobody holds in memory any more. */
final class Reading {

    private static final String OURS = "ours";
    private static final String SCAN = "a plain cursor scan";
    private static final String SMALL = "ours in a small log";
    private static final int INCIDENTS_SOURCED = 50;

    private final Backend backend;
    private final Plan plan;

    Reading(Backend backend, Plan plan) {
        this.backend = backend;
        this.plan = plan;
    }

    /**
     * @param axonFour unless it is on the stand-in: it asks for a hundred events at a time, by an index that is not there
     */
    List<Row> replay(Fixture large, Fixture small, @Nullable AxonFour axonFour) throws Exception {
        Turns turns = new Turns();
        if (axonFour != null) {
            axonFour.fill(Plan.MANY_WRITERS.payloadBytes(), 10 * Plan.SMALL);
        }
        for (int round = 0; round <= Math.min(plan.rounds(), 3); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            turns.add(OURS, large.andon().replay());
            turns.add(SCAN, large.storage().scan());
            turns.add(SMALL, again(() -> small.andon().replay()));
            if (axonFour != null) {
                turns.add(AxonFour.NAME, axonFour.replay());
            }
        }
        String what = backend.name() + ": replay of %,d events".formatted(plan.large());
        List<Row> rows = new ArrayList<>();
        rows.add(new Figure(what + ", against " + SCAN, turns.perSecond(OURS), turns.perSecond(SCAN), "events/s",
                Promises.REPLAY));
        rows.add(new Figure(what + ", against one of %,d".formatted(Plan.SMALL), turns.perSecond(OURS),
                turns.perSecond(SMALL), "events/s", Promises.RATE_IN_A_LARGE_LOG));
        if (axonFour != null) {
            rows.add(new Figure(what + ", against %s's of %,d".formatted(AxonFour.NAME, 10 * Plan.SMALL),
                    turns.perSecond(OURS), turns.perSecond(AxonFour.NAME), "events/s", Promises.NONE));
        }
        verify(large, small);
        return rows;
    }

    List<Row> sourcing(Fixture large, Fixture small) throws Exception {
        String what = "%s: source an old incident by its tag, with %,d events against %,d".formatted(backend.name(),
                plan.large(), Plan.SMALL);
        if (backend.isStandIn()) {
            return List.of(new Unmeasured(what, "not measured: the stand-in has no index on tags", false));
        }
        Turns turns = new Turns();
        for (int round = 0; round <= plan.rounds(); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            turns.add(OURS, source(large));
            turns.add(SMALL, source(small));
        }
        verify(large, small);
        return List.of(new Figure(what, turns.perSecond(OURS), turns.perSecond(SMALL), "events/s",
                Promises.RATE_IN_A_LARGE_LOG));
    }

    private static Outcome source(Fixture fixture) throws Exception {
        List<Incident> asked = new Random().ints(INCIDENTS_SOURCED, 1, fixture.andon().incidents())
                .mapToObj(number -> new Incident(number, 0, 0)).toList();
        return again(() -> fixture.andon().sourceAll(asked));
    }

    /** A single replay of a small log is over before the clock has moved by much. */
    private static Outcome again(Callable<Outcome> reading) throws Exception {
        long events = 0;
        long nanoseconds = 0;
        while (nanoseconds < Duration.ofMillis(500).toNanos()) {
            Outcome outcome = reading.call();
            events += outcome.events();
            nanoseconds += outcome.nanoseconds();
        }
        return Outcome.of(events, nanoseconds);
    }

    private static void verify(Fixture large, Fixture small) {
        large.andon().verify();
        small.andon().verify();
    }
}
