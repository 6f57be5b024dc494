package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Machine;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of what it costs to be asked, measured. */
public final class QueriesBenchmark {

    private static final Path DIRECTORY = Path.of("benchmarks", "target", "queries");

    private QueriesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        try {
            plan = Plan.of(arguments);
        } catch (IllegalArgumentException misunderstood) {
            System.err.println(misunderstood.getMessage());
            System.exit(2);
            return;
        }
        Path directory = Files.createTempDirectory(Files.createDirectories(DIRECTORY), plan.name());
        Machine.describe(directory).forEach(line -> System.out.println("# " + line));
        System.err.printf("Filling a log with %,d events of %,d incidents%n", plan.events(), plan.incidents());
        long events = LifelikeLog.write(directory, plan.events(), plan.incidents());
        System.out.printf("# plan: %s, %,d events of %,d incidents%n", plan.name(), events, plan.incidents());
        var table = new Table();
        table.measure("building read models", () -> new Rebuilding(plan, directory).measure());
        table.measure("a long timeline", () -> new LongTimelines(plan, directory).measure());
        try (var server = ServerProcess.start(QueryServer.class, directory)) {
            var asker = new Asker(server.address());
            asker.awaitReadModels();
            table.measure("asking", () -> new Asking(plan, asker).measure());
            table.measure("from recorded to visible", () -> new Visibility(plan, asker).measure());
            table.measure("subscribers", () -> new Subscribing(plan, asker, server).measure());
        }
        System.exit(table.isMet() ? 0 : 1);
    }
}
