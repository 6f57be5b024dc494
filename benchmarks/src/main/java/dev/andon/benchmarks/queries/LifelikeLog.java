package dev.andon.benchmarks.queries;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A log as a few years would leave it: incidents that go on beside each other and are told from beginning to end, with one
 * event a commit. The first has a thousand entries.
 */
final class LifelikeLog {

    static final int LONG_TIMELINE = 1_000;

    private static final EventCodec CODEC = new EventCodec();
    private static final int AT_THE_SAME_TIME = 20;
    private static final int BATCH = 512;
    private static final Duration BETWEEN_INCIDENTS = Duration.ofMinutes(52);
    private static final Map<String, String> METADATA = EventMetadata.of(new Actor("alice", "slack-bot"));

    private final SqliteEventLog log;
    private final List<Commit> batch = new ArrayList<>();
    private Head stored;
    private Head head;

    private LifelikeLog(SqliteEventLog log) {
        this.log = log;
        this.stored = Objects.requireNonNull(log.head().block());
        this.head = stored;
    }

    /** @return how many events there are in the end */
    static long write(Path directory, long events, int incidents) {
        try (SqliteEventLog log = SqliteEventLog.open(directory)) {
            var writer = new LifelikeLog(log);
            writer.write(events, incidents);
            return writer.head.position();
        }
    }

    private void write(long events, int incidents) {
        int each = Math.toIntExact((events - LONG_TIMELINE) / incidents);
        Instant begin = Instant.now().minus(BETWEEN_INCIDENTS.multipliedBy(incidents));
        LifeOfIncident.problems(begin).forEach(event -> append(event, begin));
        for (int first = 1; first <= incidents; first += AT_THE_SAME_TIME) {
            List<LifeOfIncident> together = new ArrayList<>();
            for (int number = first; number < first + AT_THE_SAME_TIME && number <= incidents; number++) {
                together.add(new LifeOfIncident(
                        number, number == 1 ? LONG_TIMELINE : each,
                        begin.plus(BETWEEN_INCIDENTS.multipliedBy(number))));
            }
            for (int step = 0; step < LONG_TIMELINE; step++) {
                for (LifeOfIncident life : together) {
                    if (step < life.events()) {
                        append(life.event(step), life.time(step));
                    }
                }
            }
        }
        flush();
    }

    private void append(Event event, Instant at) {
        Commit commit = Commit.following(head, "generated-" + head.position(), "command-" + head.position(),
                AppendCondition.none(), at.isBefore(head.recordedAt()) ? head.recordedAt() : at,
                List.of(stored(event)));
        batch.add(commit);
        head = commit.head();
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        log.append(stored, List.copyOf(batch)).block();
        stored = head;
        batch.clear();
    }

    static EventData stored(Event event) {
        return new EventData(UUID.randomUUID().toString(), EventCodec.nameOf(event.getClass()),
                EventCodec.versionOf(event.getClass()), event.occurredAt(),
                event.tags().stream().map(tag -> new Tag(tag.key(), tag.value())).collect(Collectors.toSet()),
                CODEC.write(event), METADATA);
    }
}
