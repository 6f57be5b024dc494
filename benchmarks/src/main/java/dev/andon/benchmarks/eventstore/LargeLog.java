package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A log that gives the verifier work: one event a commit, each commit a command's, depending on its incident from the
 * position of the decision on; each tenth demands, from the beginning of the log on, that a tag of its own never occurred.
 */
final class LargeLog {

    private static final int BATCH = 256;
    private static final int EVENTS_OF_AN_INCIDENT = 200;
    private static final int PAYLOAD_BYTES = 256;

    private LargeLog() {}

    static void write(Path file, int count) {
        Instant now = Instant.parse("2026-07-14T12:00:00Z");
        try (SqliteEventLog log = SqliteEventLog.open(file)) {
            Head head = log.head().blockOptional().orElseThrow();
            Head written = head;
            List<Commit> batch = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                Commit commit = Commit.following(head, "generated-" + number, "command-" + number,
                        condition(number, head.position()), now.plusMillis(number), List.of(event(number)));
                batch.add(commit);
                head = commit.head();
                if (batch.size() == BATCH || number == count) {
                    log.append(written, List.copyOf(batch)).block();
                    written = head;
                    batch.clear();
                }
            }
        }
    }

    private static AppendCondition condition(int number, long seen) {
        return number % 10 == 0
                ? new AppendCondition(Criteria.tagged(own(number)), 0)
                : new AppendCondition(Criteria.tagged(incident(number)), Math.max(0, seen - 3));
    }

    private static EventData event(int number) {
        return new EventData("event-" + number, number % EVENTS_OF_AN_INCIDENT < 2 ? "Declared" : "FindingAdded", "1",
                Instant.parse("2026-07-14T12:00:00Z"), Set.of(incident(number), own(number)), new byte[PAYLOAD_BYTES],
                Map.of("actor", "alice"));
    }

    private static Tag own(int number) {
        return Tag.of("finding", "F-" + number);
    }

    /** Many incidents go on at once, so that none of them has two events within a decision's time. */
    private static Tag incident(int number) {
        return Tag.of("incident", "INC-" + number % (1 + 1_000_000 / EVENTS_OF_AN_INCIDENT));
    }
}
