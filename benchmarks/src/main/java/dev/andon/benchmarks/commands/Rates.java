package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Turns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many commands a second, and how long one takes, beside a bare append and beside what costs no more than HTTP does. */
final class Rates {

    private static final String BARE = "a bare append";
    private static final String HEALTH = "the health endpoint";
    private static final String DECLARE = "declare";
    private static final String MANY = "add a finding, many incidents";
    private static final String ONE = "add a finding, one incident";
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Target RATE = Target.ratioAtLeast(0.6);
    private static final Target LATENCY = Target.oursBelow(25);

    private final Plan plan;
    private final Path directory;
    private final Turns turns = new Turns();
    private final List<Row> rows = new ArrayList<>();
    private long acknowledged;
    private long bareAcknowledged;
    private long runs;
    private Duration duration = WARM_UP;
    private long bareRuns;

    Rates(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    List<Row> measure() throws Exception {
        Path ourLog = Files.createDirectory(directory.resolve("rates"));
        Path bareLog = Files.createDirectory(directory.resolve("bare"));
        try (var ours = ServerProcess.start(CommandServer.class, ourLog);
                var bare = ServerProcess.start(BareServer.class, bareLog);
                var caller = new Caller(ours.address());
                var bareCaller = new Caller(bare.address())) {
            Request many = Request.addFinding(caller.declare(plan.incidents()), plan.incidents());
            closedLoop(ours, bare, caller, many);
            openLoop(caller, bareCaller, many);
            acknowledged += caller.answered();
            bareAcknowledged += bareCaller.answered();
        }
        Logs.verify(ourLog, acknowledged, runs * Wrk.CONNECTIONS);
        Logs.verify(bareLog, bareAcknowledged, bareRuns * Wrk.CONNECTIONS);
        return rows;
    }

    private void closedLoop(ServerProcess ours, ServerProcess bare, Caller caller, Request many) throws Exception {
        Wrk wrk = Wrk.in(directory);
        for (int round = 0; round <= plan.rounds(); round++) {
            duration = round == 0 ? WARM_UP : plan.round();
            if (round > 0) {
                turns.startCounting();
            }
            bareAcknowledged += run(wrk, bare, BARE, Request.bareAppend());
            bareRuns++;
            acknowledged += run(wrk, ours, DECLARE, Request.declare());
            acknowledged += run(wrk, ours, MANY, many);
            acknowledged += run(wrk, ours, ONE, Request.addFinding(caller.declare(1), 1));
            runs += 3;
            run(wrk, ours, HEALTH, Request.health());
        }
        for (String command : List.of(DECLARE, MANY, ONE)) {
            rows.add(rate(command, BARE, RATE));
            rows.add(rate(command, HEALTH, Target.none()));
            for (int percentile : List.of(50, 99)) {
                rows.add(new Figure("%s, p%d, closed loop, against %s".formatted(command, percentile, BARE),
                        turns.milliseconds(command, percentile), turns.milliseconds(BARE, percentile), "ms",
                        Target.none()));
            }
        }
    }

    private long run(Wrk wrk, ServerProcess server, String name, Request request) throws Exception {
        Outcome outcome = wrk.run(server.address(), request, duration);
        System.err.printf("%30s %7.0f/s%n", name, outcome.perSecond());
        turns.add(name, outcome);
        return outcome.events();
    }

    private Row rate(String command, String baseline, Target target) {
        return new Figure("%s, against %s".formatted(command, baseline), turns.perSecond(command),
                turns.perSecond(baseline), "commands/s", target);
    }

    /** Each at 70 % of its own pace. */
    private void openLoop(Caller caller, Caller bareCaller, Request many) {
        Outcome bare = atLoad(bareCaller, BARE, Request.bareAppend());
        for (String command : List.of(DECLARE, MANY, ONE)) {
            Outcome outcome = atLoad(caller, command, switch (command) {
                case DECLARE -> Request.declare();
                case MANY -> many;
                default -> Request.addFinding(caller.declare(1), 1);
            });
            for (int percentile : List.of(50, 99)) {
                rows.add(new Figure(
                        "%s, p%d, open loop at 70 %% of peak, against %s".formatted(command, percentile, BARE),
                        milliseconds(outcome, percentile), milliseconds(bare, percentile), "ms",
                        percentile == 99 ? LATENCY : Target.none()));
            }
        }
    }

    private Outcome atLoad(Caller caller, String name, Request request) {
        double perSecond = Plan.LOAD * turns.perSecond(name);
        caller.openLoop(request, perSecond, Duration.ofSeconds(1));
        Outcome outcome = caller.openLoop(request, perSecond, plan.openLoop());
        System.err.printf("%30s %7.0f/s p99 %.1f ms%n", name, perSecond, milliseconds(outcome, 99));
        return outcome;
    }

    private static double milliseconds(Outcome outcome, double percentile) {
        return outcome.latencies().getValueAtPercentile(percentile) / 1e6;
    }
}
