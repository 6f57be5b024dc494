package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Target;

/** What is promised, and of what. All other rows only tell. */
final class Promises {

    static final Target NONE = Target.none();
    static final Target REPLAY = Target.ratioAtLeast(0.7);
    static final Target ROUND_TRIPS = Target.ratioAtMost(1.0);
    static final double HANDLER_MILLISECONDS = 5;
    static final Target HANDLER_LATENCY = Target.oursBelow(HANDLER_MILLISECONDS);
    static final Target BYTES = Target.ratioAtMost(2.0);
    /** A rate in a large log against one in a small one, and the other way round for what should be small. */
    static final Target RATE_IN_A_LARGE_LOG = Target.ratioAtLeast(0.9);
    static final Target COST_IN_A_LARGE_LOG = Target.ratioAtMost(1 / 0.9);

    private Promises() {}

    static Target of(Backend backend, Workload workload, String baseline) {
        boolean file = backend instanceof Embedded;
        if (workload.equals(Plan.MANY_WRITERS) && baseline.equals(file ? PlainSqlite.NAME : PlainDriver.NAME)) {
            return Target.ratioAtLeast(file ? 0.7 : 0.8);
        }
        return workload.equals(Plan.ONE_WRITER) && baseline.equals(BareFile.NAME)
                ? Target.ratioAtLeast(0.6)
                : Target.none();
    }

    static Target ofLargeLog(Workload workload) {
        return Plan.isPromise(workload) ? RATE_IN_A_LARGE_LOG : Target.none();
    }
}
