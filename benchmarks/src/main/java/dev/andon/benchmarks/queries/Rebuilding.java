package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Target;
import dev.andon.benchmarks.Turns;
import dev.andon.eventstore.CommitDecoding;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.ProjectionClaims;
import dev.andon.query.readmodel.ProjectionStatus.State;
import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import dev.andon.query.timeline.TimelineProjection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast read models are built from the first event on, against a scan that reads and decodes the same events and does
 * nothing with them.
 */
final class Rebuilding {

    private static final String SCAN = "a plain scan that decodes the same events";
    private static final String ALL = "all read models";
    private static final String TIMELINE = "the timeline alone";

    private final Plan plan;
    private final Path directory;
    private int built;

    Rebuilding(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    List<Row> measure() throws Exception {
        Turns turns = new Turns();
        for (int round = 0; round <= plan.rounds(); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            add(turns, SCAN, scan());
            add(turns, TIMELINE, build(List.of(new TimelineProjection())));
            add(turns, ALL, build(EveryProjection.there()));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(turns, ALL, 0.4));
        rows.add(row(turns, TIMELINE, 0.7));
        return rows;
    }

    private Row row(Turns turns, String what, double target) {
        return new Figure(String.format(Locale.ROOT, "build %s from %,d events, against %s", what, plan.events(), SCAN),
                turns.perSecond(what), turns.perSecond(SCAN), "events/s", Target.ratioAtLeast(target));
    }

    private static void add(Turns turns, String what, Outcome outcome) {
        System.err.printf("%45s %9.0f events/s%n", what, outcome.perSecond());
        turns.add(what, outcome);
    }

    private Outcome scan() throws Exception {
        var codec = new EventCodec();
        long events = 0;
        long occurred = 0;
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("andon.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT first, hash, body FROM commits ORDER BY first")) {
            while (rows.next()) {
                for (EventData data : CommitDecoding
                        .decode(rows.getLong(1), rows.getBytes(3), Hash.of(rows.getBytes(2))).events()) {
                    Event event = codec.read(data.type(), data.version(), data.payload());
                    occurred += event.occurredAt().getNano();
                    events++;
                }
            }
        }
        if (occurred == 0) {
            System.err.println("No event has a fraction of a second");
        }
        return Outcome.of(events, System.nanoTime() - start);
    }

    private Outcome build(List<? extends Projection<?>> projections) throws Exception {
        Path file = directory.resolve("rebuilt-%d.db".formatted(built++));
        try (var events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
                var store = SqliteReadModelStore.open(file);
                var models = new ReadModels(events, store, ProjectionClaims.alwaysGranted())) {
            long head = events.head().blockOptional().orElseThrow().position();
            long start = System.nanoTime();
            projections.forEach(models::follow);
            while (models.status().stream().anyMatch(status -> status.answering() < head
                    || status.state() != State.FOLLOWING)) {
                if (models.status().stream().anyMatch(status -> status.failure() != null)) {
                    throw new IllegalStateException("A projection stopped: " + models.status());
                }
                Thread.sleep(10);
            }
            return Outcome.of(head, System.nanoTime() - start);
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + part));
            }
        }
    }
}
