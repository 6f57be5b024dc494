package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Turns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the 10,000th finding of an incident costs more than the 10th: both in turns, on one server, by one caller. */
final class IncidentGrowth {

    private static final int FEW = 10;
    private static final int ADDED_IN_A_TURN = 40;
    private static final String LARGE = "large";
    private static final String SMALL = "small";

    private final Plan plan;
    private final Path directory;

    IncidentGrowth(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    List<Row> measure() throws Exception {
        Path log = Files.createDirectory(directory.resolve("growth"));
        Turns turns = new Turns();
        long acknowledged;
        try (var server = ServerProcess.start(CommandServer.class, log); var caller = new Caller(server.address())) {
            Request large = Request.addFinding(caller.declare(1), 1);
            caller.sendAll(large, plan.findings());
            for (int turn = 0; turn < plan.turns(); turn++) {
                if (turn == plan.turns() / 4) {
                    turns.startCounting();
                }
                Request small = Request.addFinding(caller.declare(1), 1);
                caller.sendAll(small, FEW);
                turns.add(SMALL, Outcome.of(ADDED_IN_A_TURN, caller.timeOf(small, ADDED_IN_A_TURN)));
                turns.add(LARGE, Outcome.of(ADDED_IN_A_TURN, caller.timeOf(large, ADDED_IN_A_TURN)));
            }
            acknowledged = caller.answered();
        }
        Logs.verify(log, acknowledged, 0);
        return List.of(new Figure(
                "add a finding to an incident with 10,000, against one with 10, one caller", turns.perSecond(LARGE),
                turns.perSecond(SMALL), "commands/s", Target.ratioAtLeast(0.9)));
    }
}
