package dev.andon.benchmarks;

import dev.andon.command.AllRules;
import dev.andon.command.axon.AndonConfigurer;
import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.command.dispatch.IdentifierSource;
import dev.andon.command.dispatch.NewIdentifiers;
import dev.andon.command.dispatch.Recorded;
import dev.andon.command.dispatch.Submission;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Actor;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.event.IncidentDeclared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;

/**
 * Whether a finding costs more on an incident with 10,000 findings than on one with ten. Both are measured in turns in one
 * log, so that neither the log's size nor the machine's mood can favour one.
 */
public final class IncidentSize {

    private static final int LARGE = 10_000;
    private static final int SMALL = 10;
    private static final int ROUNDS = 60;
    private static final int ADDED_IN_A_ROUND = 40;
    private static final double TARGET = 0.8;

    private final CommandDispatcher dispatcher;

    private IncidentSize(CommandDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("andon-benchmark");
        Figure figure;
        try (var log = SqliteEventLog.open(directory)) {
            var store = new EventStore(log, Clock.systemUTC());
            var axon = AndonConfigurer.configure(
                    new AndonEventStorageEngine(store, AndonConfigurer.converter()),
                    AllRules.list(),
                    Clock.systemUTC())
                    .start();
            figure = new IncidentSize(new CommandDispatcher(
                    axon.getComponent(CommandGateway.class),
                    store,
                    new IdentifierSource(store)))
                    .measure();
            var verification = Objects.requireNonNull(LogVerifier.verify(log).block());
            if (verification.firstFault().isPresent()) {
                throw new IllegalStateException("The log is at fault, the figure is void: " + verification);
            }
            axon.shutdown();
        }
        System.out.println(figure);
        System.exit(figure.isMissed() ? 1 : 0);
    }

    private Figure measure() {
        IncidentId large = declare();
        System.err.printf("Adding %,d findings to one incident%n", LARGE);
        add(large, LARGE);
        List<Long> onLarge = new ArrayList<>();
        List<Long> onSmall = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            IncidentId small = declare();
            add(small, SMALL);
            onSmall.add(nanosecondsToAdd(small));
            onLarge.add(nanosecondsToAdd(large));
        }
        return new Figure(
                "add a finding to an incident with 10,000 findings, against one with 10",
                rate(onLarge),
                rate(onSmall),
                "commands/s",
                Target.ratioAtLeast(TARGET));
    }

    private long nanosecondsToAdd(IncidentId incident) {
        long start = System.nanoTime();
        add(incident, ADDED_IN_A_ROUND);
        return System.nanoTime() - start;
    }

    /** By the median round: a pause of the machine spoils one round, not the figure. */
    private static double rate(List<Long> rounds) {
        long[] sorted = rounds.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return ADDED_IN_A_ROUND * 1e9 / sorted[sorted.length / 2];
    }

    private IncidentId declare() {
        var recorded = send(identifiers -> new DeclareIncident(
                identifiers.next(IncidentId.class),
                "Checkout fails",
                Severity.SEV3,
                List.of("checkout"),
                new Detection(DetectionSource.ALERT, null),
                null,
                null,
                null,
                null));
        return ((IncidentDeclared) recorded.events().getFirst()).incidentId();
    }

    private void add(IncidentId incident, int findings) {
        for (int i = 0; i < findings; i++) {
            send(identifiers -> new AddFinding(
                    incident,
                    identifiers.next(FindingId.class),
                    FindingKind.OBSERVATION,
                    "One in ten payments is declined with a timeout of the provider",
                    null,
                    null,
                    null,
                    List.of(),
                    "checkout",
                    null,
                    null));
        }
    }

    private Recorded send(Function<NewIdentifiers, Command> command) {
        var submission = new Submission(command, new Actor("benchmark", null), "API", null, null, null, Map.of());
        return dispatcher.dispatch(submission);
    }
}
