package dev.andon.benchmarks.eventstore;

import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * What is stored: events of incidents with two tags each. Payloads are random letters, since a server that compresses would
 * store a thousand equal ones as one.
 */
record Workload(int payloadBytes, int writers, int eventsPerCommit) {

    private static final int PAYLOADS = 1_024;
    private static final int SERVICES = 50;
    private static final Map<Integer, List<byte[]>> PAYLOADS_OF_SIZE = new ConcurrentHashMap<>();

    List<EventData> events(Incident incident) {
        return IntStream.range(0, eventsPerCommit).mapToObj(_ -> event(incident)).toList();
    }

    private EventData event(Incident incident) {
        List<byte[]> payloads = PAYLOADS_OF_SIZE.computeIfAbsent(payloadBytes, Workload::payloads);
        return new EventData(newId(), "FindingAdded", "1", Instant.now(),
                Set.of(incident.tag(), Tag.of("service", "service-" + incident.number() % SERVICES)),
                payloads.get(ThreadLocalRandom.current().nextInt(PAYLOADS)), Map.of("actor", "benchmark"));
    }

    /** As long as any other, and without the lock around the one random source of {@link UUID#randomUUID()}. */
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static List<byte[]> payloads(int size) {
        String frame = "{\"text\":\"\"}";
        Random random = new Random(size);
        return IntStream.range(0, PAYLOADS).mapToObj(_ -> random.ints(size - frame.length(), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
                .map(text -> "{\"text\":\"" + text + "\"}")
                .map(json -> json.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public String toString() {
        return "%d B, %d %s, %s".formatted(payloadBytes, writers, writers == 1 ? "writer" : "writers",
                eventsPerCommit == 1 ? "one event a commit" : eventsPerCommit + " events a commit");
    }
}
