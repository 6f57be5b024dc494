package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is left in the heap after so many commands. The last commits are kept in memory on purpose, up to a limit, so it
 * grows at first; what must not be is that it goes on growing.
 */
final class Memory {

    private static final double NO_GROWTH = 1.15;
    /** By then the last commits have taken all the memory that they may. */
    private static final int ENOUGH_TO_TELL = 50_000;

    private final Plan plan;
    private final Path directory;

    Memory(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    List<Row> measure() throws Exception {
        Path log = Files.createDirectory(directory.resolve("memory"));
        double few;
        double half;
        double all;
        long acknowledged;
        try (var server = ServerProcess.start(CommandServer.class, log); var caller = new Caller(server.address())) {
            Request request = Request.addFinding(caller.declare(plan.incidents()), plan.incidents());
            caller.sendAll(request, Plan.FEW_COMMANDS - plan.incidents());
            few = server.heapInMegabytes();
            caller.sendAll(request, plan.commands() / 2 - Plan.FEW_COMMANDS);
            half = server.heapInMegabytes();
            caller.sendAll(request, plan.commands() / 2);
            all = server.heapInMegabytes();
            acknowledged = caller.answered();
        }
        Logs.verify(log, acknowledged, 0);
        return List.of(
                figure(all, few, Plan.FEW_COMMANDS, Target.none()),
                figure(all, half, plan.commands() / 2, plan.commands() / 2 < ENOUGH_TO_TELL
                        ? Target.none()
                        : Target.ratioAtMost(NO_GROWTH)));
    }

    private Figure figure(double ours, double baseline, int commands, Target target) {
        return new Figure(
                String.format(Locale.ROOT, "heap after %,d commands, against after %,d", plan.commands(), commands),
                ours, baseline, "MB", target);
    }
}
