package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Machine;
import dev.andon.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what the event store promises about its speed, measured. */
public final class EventStoreBenchmark {

    private static final Path DIRECTORY = Path.of("benchmarks", "target", "event-store");

    private final Table table = new Table();

    private EventStoreBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException misunderstood) {
            System.err.println(misunderstood.getMessage());
            System.exit(2);
            return;
        }
        EventStoreBenchmark benchmark = new EventStoreBenchmark();
        Path directory = Files.createDirectories(DIRECTORY);
        Machine.describe(directory).forEach(line -> System.out.println("# " + line));
        System.out.println("# plan: " + options.plan().name());
        if (options.embedded()) {
            benchmark.measure(new Embedded(directory), options.plan(), null);
        }
        if (options.mongoDb()) {
            String uri = options.mongoDbUri();
            try (MongoDb server = uri == null ? MongoDb.standIn() : MongoDb.at(uri);
                    AxonFour axonFour = AxonFour.on(server.uri())) {
                benchmark.measure(server, server.isStandIn() ? options.plan().onStandIn() : options.plan(), axonFour);
            }
        }
        System.exit(benchmark.table.isMet() ? 0 : 1);
    }

    private void measure(Backend backend, Plan plan, @Nullable AxonFour axonFour) throws Exception {
        System.out.println("# " + backend.name() + ": " + backend.description());
        Appending appending = new Appending(backend, plan, axonFour);
        System.err.printf("Filling a log with %,d events%n", plan.large());
        int payload = Plan.MANY_WRITERS.payloadBytes();
        try (Fixture large = Fixture.filled(backend, payload, plan.large());
                Fixture small = Fixture.filled(backend, payload, Plan.SMALL)) {
            table.measure(appending.what(Plan.MANY_WRITERS), () -> appending.measure(Plan.MANY_WRITERS));
            table.measure(appending.what(Plan.ONE_WRITER), () -> appending.measure(Plan.ONE_WRITER));
            if (backend instanceof MongoDb server) {
                table.measure("round trips", () -> new RoundTrips(server, plan).measure(large, small));
            }
            Reading reading = new Reading(backend, plan);
            table.measure("replay", () -> reading.replay(large, small, backend.isStandIn() ? null : axonFour));
            table.measure("sourcing", () -> reading.sourcing(large, small));
            table.measure("append to handler", () -> new Handling(backend, plan).measure(large, small));
            // last, since the small log does not stay as small by it
            grow(plan, backend, List.of(Plan.MANY_WRITERS, Plan.ONE_WRITER), large, small);
        }
        DiskUse diskUse = new DiskUse(backend, plan);
        table.measure(diskUse.what(), diskUse::measure);
        for (Workload workload : plan.matrix()) {
            table.measure(appending.what(workload), () -> appending.measure(workload));
        }
        if (plan.largeMatrix()) {
            for (int payloadBytes : Plan.PAYLOADS) {
                try (Fixture large = Fixture.filled(backend, payloadBytes, plan.large());
                        Fixture small = Fixture.filled(backend, payloadBytes, Plan.SMALL)) {
                    grow(plan, backend, plan.matrix(payloadBytes), large, small);
                }
            }
        }
    }

    private void grow(Plan plan, Backend backend, List<Workload> workloads, Fixture large, Fixture small)
            throws Exception {
        Growing growing = new Growing(backend, plan);
        for (Workload workload : workloads) {
            table.measure(growing.what(workload), () -> growing.measure(workload, large, small));
        }
    }
}
