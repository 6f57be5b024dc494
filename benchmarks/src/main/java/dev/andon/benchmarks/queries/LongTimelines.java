package dev.andon.benchmarks.queries;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Target;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.IncidentId;
import dev.andon.query.readmodel.ProjectionClaims;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.LongTimeline;
import dev.andon.query.timeline.TimelineProjection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * A timeline of a thousand entries, from the read model to the bytes of an answer, against writing the same document that
 * is in memory; in turns.
 */
final class LongTimelines {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final int WARM_UP = 300;

    private final Plan plan;
    private final Path directory;

    LongTimelines(Plan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    List<Row> measure() {
        try (var events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
                var store = SqliteReadModelStore.open(directory.resolve("long-timelines.db"));
                var models = new ReadModels(events, store, ProjectionClaims.alwaysGranted())) {
            ReadModel<Entry> entries = models.follow(new TimelineProjection());
            while (models.status().getFirst().lag() > 0 || models.status().getFirst().position() == 0) {
                Thread.onSpinWait();
            }
            return List.of(
                    row("JSON", entries, LongTimeline::json),
                    row("Markdown", entries, LongTimeline::markdown));
        }
    }

    private Row row(String format, ReadModel<Entry> entries, Function<LongTimeline, byte[]> writing) {
        LongTimeline inMemory = read(entries);
        var ours = new Histogram(Outcome.DIGITS);
        var memory = new Histogram(Outcome.DIGITS);
        for (int number = -WARM_UP; number < plan.asked(); number++) {
            long start = System.nanoTime();
            int read = writing.apply(read(entries)).length;
            long between = System.nanoTime();
            int written = writing.apply(inMemory).length;
            long end = System.nanoTime();
            if (read != written) {
                throw new IllegalStateException("These are two documents");
            }
            if (number >= 0) {
                ours.recordValue(between - start);
                memory.recordValue(end - between);
            }
        }
        return new Figure("a timeline of 1,000 entries as %s, at p99, against writing it from memory".formatted(format),
                perSecond(ours), perSecond(memory), "answers/s", Target.ratioAtLeast(0.5));
    }

    private static LongTimeline read(ReadModel<Entry> entries) {
        return new LongTimeline(INCIDENT,
                entries.findGroup(INCIDENT.value()).collectList().blockOptional().orElseThrow());
    }

    private static double perSecond(Histogram times) {
        return 1e9 / times.getValueAtPercentile(99);
    }
}
