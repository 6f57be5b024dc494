package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Unmeasured;
import java.util.List;

/** What an event takes on disk with all indexes: 600 bytes of payload, two tags, one event a commit. */
final class DiskUse {

    private static final int PAYLOAD = 600;

    private final Backend backend;
    private final Plan plan;

    DiskUse(Backend backend, Plan plan) {
        this.backend = backend;
        this.plan = plan;
    }

    String what() {
        return backend.name() + ": bytes on disk per event of %d B and two tags".formatted(PAYLOAD);
    }

    List<Row> measure() throws Exception {
        if (backend.isStandIn()) {
            return List.of(new Unmeasured(what(), "not measured: the stand-in has no disk", false));
        }
        double large = bytesPerEvent(plan.large());
        double small = bytesPerEvent(Plan.SMALL);
        return List.of(new Figure(what() + ", against its payload", large, PAYLOAD, "bytes", Promises.BYTES),
                new Figure(what() + ", with %,d events against %,d".formatted(plan.large(), Plan.SMALL), large, small,
                        "bytes", Promises.COST_IN_A_LARGE_LOG));
    }

    private double bytesPerEvent(long events) throws Exception {
        try (Fixture filled = Fixture.filled(backend, PAYLOAD, events)) {
            filled.andon().verify();
            return (double) filled.storage().bytesOnDisk() / filled.andon().acknowledged();
        }
    }
}
