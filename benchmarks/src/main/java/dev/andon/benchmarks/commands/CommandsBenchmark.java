package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Machine;
import dev.andon.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of what a command costs over HTTP, measured. */
public final class CommandsBenchmark {

    private static final Path DIRECTORY = Path.of("benchmarks", "target", "commands");

    private CommandsBenchmark() {}

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
        System.out.println("# plan: " + plan.name() + ", " + Wrk.CONNECTIONS + " connections");
        var table = new Table();
        table.measure("commands against a bare append", () -> new Rates(plan, directory).measure());
        table.measure("the 10th and the 10,000th finding", () -> new IncidentGrowth(plan, directory).measure());
        table.measure("memory", () -> new Memory(plan, directory).measure());
        System.exit(table.isMet() ? 0 : 1);
    }
}
