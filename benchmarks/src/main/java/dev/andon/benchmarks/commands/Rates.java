package dev.andon.benchmarks.commands;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.ServerProcess;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Turns;
import dev.andon.benchmarks.Unmeasured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How many commands a second, and how long one takes, beside a bare append and beside what costs no more than HTTP does. */
final class Rates {

    private static final String BARE_DECLARATION = "a bare append of a declaration";
    private static final String BARE_FINDING = "a bare append of a finding";
    private static final String FRONT = "a bare append of a finding behind our front";
    private static final String HEALTH = "the health endpoint";
    private static final String DECLARE = "declare";
    private static final String MANY = "add a finding, many incidents";
    private static final String ONE = "add a finding, one incident";
    private static final String OLD = "add a finding, incidents from before the last commits";
    private static final List<String> COMMANDS = List.of(DECLARE, MANY, ONE);
    /** At full load from the start the compiler would get a fifth of two cores, and a server take minutes to be warm. */
    private static final int FEW_CONNECTIONS = 2;

    private static final Target RATE = Target.ratioAtLeast(0.6);
    private static final double MILLISECONDS = 25;
    private static final Target LATENCY = Target.oursBelow(MILLISECONDS);

    private final Plan plan;
    private final Path directory;
    private final Turns turns = new Turns();
    private final List<Row> rows = new ArrayList<>();
    private long acknowledged;
    private long bareAcknowledged;
    private long hungUp;
    private long bareHungUp;

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
                var caller = new Caller(ours.address())) {
            Wrk wrk = Wrk.in(directory);
            Request toOld = toMany(caller);
            closedLoop(wrk, ours, bare, caller);
            atLoad(wrk, ours, bare, caller);
            besideCommands(wrk, ours, bare, toOld);
            acknowledged += caller.answered();
        }
        Logs.verify(ourLog, acknowledged, hungUp);
        Logs.verify(bareLog, bareAcknowledged, bareHungUp);
        return rows;
    }

    private void closedLoop(Wrk wrk, ServerProcess ours, ServerProcess bare, Caller caller) throws Exception {
        for (int round = -plan.warmUpRounds(); round < plan.rounds(); round++) {
            if (round == 0) {
                turns.startCounting();
            }
            Load load = new Load(
                    round < -plan.warmUpRounds() / 2 ? FEW_CONNECTIONS : Wrk.CONNECTIONS, plan.round());
            bareAcknowledged += run(wrk, bare, BARE_DECLARATION, Request.bareDeclaration(), load, turns);
            bareAcknowledged += run(wrk, bare, BARE_FINDING, Request.bareFinding(), load, turns);
            bareHungUp += 2 * load.connections();
            acknowledged += run(wrk, ours, DECLARE, Request.declare(), load, turns);
            acknowledged += run(wrk, ours, MANY, toMany(caller), load, turns);
            acknowledged += run(wrk, ours, ONE, toOne(caller), load, turns);
            hungUp += 3 * load.connections();
        }
        for (String command : COMMANDS) {
            String bareAppend = bareAppendOf(command);
            rows.add(rate(command, turns, bareAppend, turns, RATE));
            for (int percentile : List.of(50, 99)) {
                rows.add(new Figure("%s, p%d, closed loop, against %s".formatted(command, percentile, bareAppend),
                        turns.milliseconds(command, percentile), turns.milliseconds(bareAppend, percentile), "ms",
                        Target.none()));
            }
        }
    }

    /**
     * Afterwards, since no server is asked ten thousand times a second how it is: in turns with commands, the compiler would lay out
     * for that what commands share with it.
     *
     * @param toOld findings for incidents since whose declaration hundreds of thousands of commits have been recorded
     */
    private void besideCommands(Wrk wrk, ServerProcess ours, ServerProcess bare, Request toOld) throws Exception {
        var afterwards = new Turns();
        for (int round = -plan.warmUpRounds() / 2; round < plan.rounds(); round++) {
            if (round == 0) {
                afterwards.startCounting();
            }
            Load load = new Load(Wrk.CONNECTIONS, plan.round());
            bareAcknowledged += run(wrk, bare, BARE_FINDING, Request.bareFinding(), load, afterwards);
            bareHungUp += load.connections();
            acknowledged += run(wrk, ours, OLD, toOld, load, afterwards);
            acknowledged += run(wrk, ours, FRONT, Request.bareFinding(), load, afterwards);
            hungUp += 2 * load.connections();
            run(wrk, ours, HEALTH, Request.health(), load, afterwards);
        }
        rows.add(rate(OLD, afterwards, BARE_FINDING, afterwards, Target.none()));
        rows.add(rate(FRONT, afterwards, BARE_FINDING, afterwards, Target.none()));
        for (String command : COMMANDS) {
            rows.add(rate(command, turns, HEALTH, afterwards, Target.none()));
        }
    }

    private static String bareAppendOf(String command) {
        return command.equals(DECLARE) ? BARE_DECLARATION : BARE_FINDING;
    }

    /** New ones each time: an incident that is being worked on was declared lately, and its first events are in memory. */
    private Request toMany(Caller caller) {
        return Request.addFinding(caller.declare(plan.incidents()), plan.incidents());
    }

    private static Request toOne(Caller caller) {
        return Request.addFinding(caller.declare(1), 1);
    }

    private static long run(Wrk wrk, ServerProcess server, String name, Request request, Load load, Turns turns)
            throws Exception {
        Outcome outcome = wrk.run(server.address(), request, load.connections(), load.duration());
        System.err.printf("%45s %7.0f/s%n", name, outcome.perSecond());
        turns.add(name, outcome);
        return outcome.events();
    }

    private static Row rate(String ours, Turns ourTurns, String baseline, Turns itsTurns, Target target) {
        return new Figure("%s, against %s".formatted(ours, baseline), ourTurns.perSecond(ours),
                itsTurns.perSecond(baseline), "commands/s", target);
    }

    /** Each at 70 % of its own pace, in turns as well; the median round counts, for the machine is not ours alone. */
    private void atLoad(Wrk wrk, ServerProcess ours, ServerProcess bare, Caller caller) throws Exception {
        var atLoad = new Turns();
        atLoad.startCounting();
        for (int round = 0; round < plan.rounds(); round++) {
            bareAcknowledged += atLoad(wrk, bare, BARE_DECLARATION, Request.bareDeclaration(), atLoad);
            bareAcknowledged += atLoad(wrk, bare, BARE_FINDING, Request.bareFinding(), atLoad);
            bareHungUp += 2 * Wrk.PAUSING_CONNECTIONS;
            acknowledged += atLoad(wrk, ours, DECLARE, Request.declare(), atLoad);
            acknowledged += atLoad(wrk, ours, MANY, toMany(caller), atLoad);
            acknowledged += atLoad(wrk, ours, ONE, toOne(caller), atLoad);
            hungUp += 3 * Wrk.PAUSING_CONNECTIONS;
        }
        for (String command : COMMANDS) {
            for (int percentile : List.of(50, 99)) {
                rows.add(latency(command, percentile, atLoad));
            }
        }
    }

    /** Where a bare append takes longer than a command may, the machine could not have told. */
    private static Row latency(String command, int percentile, Turns atLoad) {
        String bareAppend = bareAppendOf(command);
        Figure figure = new Figure(
                "%s, p%d, at 70 %% of peak, against %s".formatted(command, percentile, bareAppend),
                atLoad.median(command, outcome -> milliseconds(outcome, percentile)),
                atLoad.median(bareAppend, outcome -> milliseconds(outcome, percentile)), "ms",
                percentile == 99 ? LATENCY : Target.none());
        return figure.isMissed() && figure.baseline() >= MILLISECONDS
                ? new Unmeasured(figure.name(), "not measured: %.0f ms where a bare append takes %.0f ms".formatted(
                        figure.ours(), figure.baseline()), false)
                : figure;
    }

    private long atLoad(Wrk wrk, ServerProcess server, String name, Request request, Turns atLoad) throws Exception {
        Outcome outcome = wrk.runAtPace(
                server.address(), request, Plan.LOAD * turns.perSecond(name), plan.atLoad());
        System.err.printf("%45s %7.0f/s p99 %.1f ms%n", name, outcome.perSecond(), milliseconds(outcome, 99));
        atLoad.add(name, outcome);
        return outcome.events();
    }

    private static double milliseconds(Outcome outcome, double percentile) {
        return outcome.latencies().getValueAtPercentile(percentile) / 1e6;
    }
}
