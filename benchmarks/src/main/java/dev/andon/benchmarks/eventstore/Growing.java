package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Turns;
import java.util.List;

/**
 * Whether events are stored more slowly in a large log. Both logs have been filled and stay open: one that has just been
 * made does not yet have to fold its write-ahead log back, and would seem faster for being new.
 */
final class Growing {

    private static final String LARGE = "large";
    private static final String SMALL = "small";

    private final Backend backend;
    private final Plan plan;

    Growing(Backend backend, Plan plan) {
        this.backend = backend;
        this.plan = plan;
    }

    String what(Workload workload) {
        return "%s: append, %s, with %,d events against %,d".formatted(backend.name(), workload, plan.large(),
                Plan.SMALL);
    }

    List<Row> measure(Workload workload, Fixture large, Fixture small) {
        Turns turns = new Turns();
        for (int round = 0; round <= plan.rounds(workload); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            turns.add(LARGE, large.andon().append(workload, plan.round()));
            turns.add(SMALL, small.andon().append(workload, plan.round()));
        }
        large.andon().verify();
        small.andon().verify();
        return List.of(new Figure(what(workload), turns.perSecond(LARGE), turns.perSecond(SMALL), "events/s",
                Promises.ofLargeLog(workload)));
    }
}
