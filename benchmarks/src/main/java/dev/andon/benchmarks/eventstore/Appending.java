package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast events are stored. In each round there is a new small log, so that it is still small when it is measured, and
 * all others write after our store what it has just written.
 */
final class Appending {

    private static final String OURS = "ours";
    private static final double LOAD = 0.7;
    private static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);

    private final Backend backend;
    private final Plan plan;
    private final @Nullable AxonFour axonFour;

    Appending(Backend backend, Plan plan, @Nullable AxonFour axonFour) {
        this.backend = backend;
        this.plan = plan;
        this.axonFour = axonFour;
    }

    String what(Workload workload) {
        return backend.name() + ": append, " + workload;
    }

    List<Row> measure(Workload workload) throws Exception {
        Turns turns = new Turns();
        List<String> others = new ArrayList<>();
        for (int round = 0; round <= plan.rounds(workload); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            others.clear();
            round(workload, round == 0 ? plan.warmUp() : plan.round(), turns, others);
        }
        List<Row> rows = new ArrayList<>();
        for (String other : others) {
            rows.add(rate(what(workload) + ", against " + other, turns, other, Promises.of(backend, workload, other)));
        }
        rows.addAll(latencies(workload, turns, others.getFirst()));
        return rows;
    }

    private void round(Workload workload, Duration time, Turns turns, List<String> others) throws Exception {
        try (Fixture small = Fixture.filled(backend, workload.payloadBytes(), Plan.SMALL)) {
            // a file that has just been made grows with each sync: nobody lives there for long
            small.andon().append(workload, plan.round());
            List<Contender> plainWriters = small.storage().plainWriters();
            for (Contender plain : plainWriters) {
                ((Ceiling<?>) plain).copyAll();
            }
            turns.add(OURS, small.andon().append(workload, time));
            for (Contender plain : plainWriters) {
                others.add(plain.name());
                turns.add(plain.name(), plain.append(workload, time));
                plain.close();
            }
            small.andon().verify();
        }
        if (axonFour != null) {
            others.add(axonFour.name());
            axonFour.fill(workload.payloadBytes(), Plan.SMALL);
            turns.add(axonFour.name(), axonFour.append(workload, time));
        }
    }

    private static Figure rate(String name, Turns turns, String other, Target target) {
        return new Figure(name, turns.perSecond(OURS), turns.perSecond(other), "events/s", target);
    }

    /** At the pace of the store beside the plain writer's, then at less than its pace beside the former. */
    private List<Row> latencies(Workload workload, Turns turns, String plain) throws Exception {
        Outcome open = openLoop(workload, LOAD * turns.perSecond(OURS) / workload.eventsPerCommit());
        List<Row> rows = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            rows.add(new Figure("%s, p%s, closed loop, against %s".formatted(what(workload), text(percentile), plain),
                    turns.milliseconds(OURS, percentile), turns.milliseconds(plain, percentile), "ms", Target.none()));
        }
        for (double percentile : PERCENTILES) {
            rows.add(new Figure("%s, p%s, open loop at 70 %% of peak, against closed loop".formatted(what(workload),
                    text(percentile)), open.latencies().getValueAtPercentile(percentile) / 1e6,
                    turns.milliseconds(OURS, percentile), "ms", Target.none()));
        }
        return rows;
    }

    private Outcome openLoop(Workload workload, double commitsPerSecond) throws Exception {
        try (Fixture small = Fixture.filled(backend, workload.payloadBytes(), Plan.SMALL)) {
            small.andon().appendAtRate(workload, commitsPerSecond, Duration.ofMillis(500));
            Outcome outcome = small.andon().appendAtRate(workload, commitsPerSecond, plan.openLoop());
            small.andon().verify();
            return outcome;
        }
    }

    private static String text(double percentile) {
        return percentile == Math.rint(percentile) ? String.valueOf((int) percentile) : String.valueOf(percentile);
    }
}
