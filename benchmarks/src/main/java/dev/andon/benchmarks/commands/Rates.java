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
    /** At full load the compiler gets a fifth of two cores, and a server takes minutes to become as quick as it will be. */
    private static final int FEW_CONNECTIONS = 2;

    private static final Target RATE = Target.ratioAtLeast(0.6);
    private static final Target LATENCY = Target.oursBelow(25);

    private final Plan plan;
    private final Path directory;
    private final Turns turns = new Turns();
    private final List<Row> rows = new ArrayList<>();
    private long acknowledged;
    private long bareAcknowledged;
    private long runs;
    private long bareRuns;

    private record Load(int connections, Duration duration) {}

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
            closedLoop(ours, bare, caller);
            openLoop(caller, bareCaller);
            acknowledged += caller.answered();
            bareAcknowledged += bareCaller.answered();
        }
        Logs.verify(ourLog, acknowledged, runs * Wrk.CONNECTIONS);
        Logs.verify(bareLog, bareAcknowledged, bareRuns * Wrk.CONNECTIONS);
        return rows;
    }

    private void closedLoop(ServerProcess ours, ServerProcess bare, Caller caller) throws Exception {
        Wrk wrk = Wrk.in(directory);
        for (int round = 0; round <= plan.rounds(); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            Load load = round == 0 ? new Load(FEW_CONNECTIONS, plan.warmUp()) : new Load(Wrk.CONNECTIONS, plan.round());
            bareAcknowledged += run(wrk, bare, BARE, Request.bareAppend(), load);
            bareRuns++;
            acknowledged += run(wrk, ours, DECLARE, Request.declare(), load);
            acknowledged += run(wrk, ours, MANY, toMany(caller), load);
            acknowledged += run(wrk, ours, ONE, toOne(caller), load);
            runs += 3;
            run(wrk, ours, HEALTH, Request.health(), load);
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

    /** New ones each time: an incident that is being worked on was declared lately, and its first events are in memory. */
    private Request toMany(Caller caller) {
        return Request.addFinding(caller.declare(plan.incidents()), plan.incidents());
    }

    private static Request toOne(Caller caller) {
        return Request.addFinding(caller.declare(1), 1);
    }

    private long run(Wrk wrk, ServerProcess server, String name, Request request, Load load) throws Exception {
        Outcome outcome = wrk.run(server.address(), request, load.connections(), load.duration());
        System.err.printf("%30s %7.0f/s%n", name, outcome.perSecond());
        turns.add(name, outcome);
        return outcome.events();
    }

    private Row rate(String command, String baseline, Target target) {
        return new Figure("%s, against %s".formatted(command, baseline), turns.perSecond(command),
                turns.perSecond(baseline), "commands/s", target);
    }

    /** Each at 70 % of its own pace. */
    private void openLoop(Caller caller, Caller bareCaller) {
        Outcome bare = atLoad(bareCaller, BARE, Request.bareAppend());
        for (String command : List.of(DECLARE, MANY, ONE)) {
            Outcome outcome = atLoad(caller, command, switch (command) {
                case DECLARE -> Request.declare();
                case MANY -> toMany(caller);
                default -> toOne(caller);
            });
            for (int percentile : List.of(50, 99)) {
                rows.add(new Figure(
                        "%s, p%d, open loop at 70 %% of peak, against %s".formatted(command, percentile, BARE),
                        milliseconds(outcome, percentile), milliseconds(bare, percentile), "ms",
                        percentile == 99 ? LATENCY : Target.none()));
            }
        }
    }

    /** The caller, too, has to be compiled first: a cold one takes more of the two cores than the server does. */
    private Outcome atLoad(Caller caller, String name, Request request) {
        double perSecond = Plan.LOAD * turns.perSecond(name);
        caller.openLoop(request, perSecond, plan.openLoop());
        Outcome outcome = caller.openLoop(request, perSecond, plan.openLoop());
        System.err.printf("%30s %7.0f/s p99 %.1f ms%n", name, perSecond, milliseconds(outcome, 99));
        return outcome;
    }

    private static double milliseconds(Outcome outcome, double percentile) {
        return outcome.latencies().getValueAtPercentile(percentile) / 1e6;
    }
}
