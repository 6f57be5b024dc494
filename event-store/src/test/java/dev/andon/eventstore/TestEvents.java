package dev.andon.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Short names for the events of a test. */
public final class TestEvents {

    public static final Instant NOON = Instant.parse("2026-07-14T12:00:00.123Z");

    private TestEvents() {}

    /** What it completes with; for the main line of a test, that does nothing else meanwhile. */
    public static <T> T await(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }

    public static EventData event(String type, Tag... tags) {
        return new EventData(UUID.randomUUID().toString(), type, "1", NOON, Set.of(tags),
                "{}".getBytes(StandardCharsets.UTF_8), Map.of("actor", "alice"));
    }

    public static List<EventData> events(int count, String type, Tag... tags) {
        return IntStream.range(0, count).mapToObj(index -> event(type, tags)).toList();
    }

    public static Commit commit(Head head, @Nullable String commandId, EventData... events) {
        return Commit.following(head, UUID.randomUUID().toString(), commandId, AppendCondition.none(), NOON,
                List.of(events));
    }

    public static Commit commit(Head head, EventData... events) {
        return Commit.following(head, UUID.randomUUID().toString(), null, AppendCondition.none(), NOON,
                List.of(events));
    }
}
