package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Row;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * How often a command on an incident that others work on, too, goes to the server: it sources the incident, decides, and
 * appends under the condition that nothing more has happened to it.
 */
final class RoundTrips {

    private static final int COMMANDS = 500;
    private static final Workload WORKLOAD = Plan.ONE_WRITER;

    private final MongoDb server;
    private final Plan plan;

    RoundTrips(MongoDb server, Plan plan) {
        this.server = server;
        this.plan = plan;
    }

    List<Row> measure(Fixture large, Fixture small) {
        String what = server.name() + ": round trips of a command on a hot incident";
        double ours = perCommand(small.andon());
        double inALargeLog = perCommand(large.andon());
        small.andon().verify();
        large.andon().verify();
        return List.of(new Figure(what + ", against its insert alone", ours, 1, "commands", Promises.ROUND_TRIPS),
                new Figure(what + ", with %,d events against %,d".formatted(plan.large(), Plan.SMALL), inALargeLog,
                        ours,
                        "commands", Promises.COST_IN_A_LARGE_LOG));
    }

    private double perCommand(Andon andon) {
        Incident incident = andon.newIncident();
        andon.decideAndAppend(incident, WORKLOAD).block();
        long before = server.roundTrips();
        Mono.defer(() -> andon.decideAndAppend(incident, WORKLOAD)).repeat(COMMANDS - 1).blockLast();
        return (double) (server.roundTrips() - before) / COMMANDS;
    }
}
