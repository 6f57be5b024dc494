package dev.andon.standalone.offline;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events of any kind, with whatever a payload may hold: the same ones each time. */
final class RandomLog {

    private static final List<String> PAYLOADS = List.of(
            "{\"text\":\"plain\"}", "{\"text\":\"Ω 漢字 \\u2028 \\\" \uD83D\uDE00\"}", "{\"number\":1.10}",
            "{ \"spaced\" : 1 }",
            "[1,2]", "no json at all", "", "{\"a\":1,\"a\":2}", "{\"line\":\"\\n\"}", "{\"big\":1e400,\"null\":null}");

    private final Random random = new Random(42);

    void record(Path directory, int commits) {
        try (var store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC())) {
            for (int number = 0; number < commits; number++) {
                List<EventData> events = IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(_ -> event()).toList();
                long head = Objects.requireNonNull(store.head().block()).position();
                AppendCondition condition = random.nextBoolean()
                        ? AppendCondition.none()
                        : new AppendCondition(
                                Criteria.tagged(Tag.of("no=body", "has\\this")).andTypes("B", "A")
                                        .or(Criteria.ofTypes("Nothing")),
                                random.nextLong(head + 1));
                store.append(events, condition, random.nextBoolean() ? "command " + number : null).block();
            }
        }
    }

    EventData event() {
        byte[] payload = random.nextInt(5) == 0
                ? bytes(random.nextInt(50))
                : PAYLOADS.get(random.nextInt(PAYLOADS.size())).getBytes(StandardCharsets.UTF_8);
        return new EventData(UUID.randomUUID().toString(), random.nextBoolean() ? "FindingAdded" : "Ereignis",
                Integer.toString(1 + random.nextInt(3)),
                Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000)),
                random.nextBoolean() ? Set.of() : Set.of(Tag.of("incident", "INC-1"), Tag.of("a=b", "c\\=d")), payload,
                random.nextBoolean() ? Map.of()
                        : Map.of("actor", "alice \"the\" ö", "caller", "", "offset.to", "+02:00"));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
