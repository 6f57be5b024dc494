package dev.andon.benchmarks.axon4;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.serialization.xml.XStreamSerializer;

/**
 * Takes one order a line on standard input and answers it in one line: events, nanoseconds, and the latencies as a
 * compressed histogram. Each writer is a thread with an aggregate of its own, since that is how Axon 4 avoids conflicts.
 */
public final class AxonFourEngine {

    private static final int EVENTS_OF_ONE_AGGREGATE = 100;
    private static final int WRITERS_THAT_FILL = 64;

    private final MongoClient client;
    private final String database;
    private MongoEventStorageEngine engine;

    private AxonFourEngine(String uri, String database) {
        this.client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY).build());
        this.database = database;
        this.engine = begin();
    }

    public static void main(String[] arguments) throws IOException {
        AxonFourEngine axon = new AxonFourEngine(arguments[0], arguments[1]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            long[] numbers = Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray();
            System.out.println(switch (words[0]) {
                case "fill" -> axon.fill((int) numbers[0], numbers[1]);
                case "append" -> axon.append((int) numbers[0], (int) numbers[1], (int) numbers[2], numbers[3]);
                case "replay" -> axon.replay();
                default -> throw new IllegalArgumentException(order);
            });
        }
        axon.client.getDatabase(arguments[1]).drop();
        axon.client.close();
    }

    private MongoEventStorageEngine begin() {
        client.getDatabase(database).drop();
        XStream xstream = new XStream();
        xstream.addPermission(AnyTypePermission.ANY);
        XStreamSerializer serializer = XStreamSerializer.builder().xStream(xstream).build();
        return MongoEventStorageEngine.builder()
                .mongoTemplate(DefaultMongoTemplate.builder().mongoDatabase(client, database).build())
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer).snapshotSerializer(serializer).build();
    }

    private String fill(int payloadBytes, long events) {
        engine = begin();
        LongAdder stored = new LongAdder();
        return append(payloadBytes, WRITERS_THAT_FILL, 1, () -> stored.sum() < events, stored);
    }

    private String append(int payloadBytes, int writers, int eventsPerCommit, long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        return append(payloadBytes, writers, eventsPerCommit, () -> System.nanoTime() < end, new LongAdder());
    }

    private String append(int payloadBytes, int writers, int eventsPerCommit, BooleanSupplier goesOn, LongAdder stored) {
        Recorder latencies = new Recorder(3);
        long start = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, writers).mapToObj(writer -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            new Thread(() -> {
                try {
                    write(payloadBytes, eventsPerCommit, goesOn, stored, latencies);
                    done.complete(null);
                } catch (RuntimeException failure) {
                    done.completeExceptionally(failure);
                }
            }).start();
            return done;
        }).toArray(CompletableFuture[]::new)).join();
        return answer(stored.sum(), System.nanoTime() - start, latencies.getIntervalHistogram());
    }

    private void write(int payloadBytes, int eventsPerCommit, BooleanSupplier goesOn, LongAdder stored, Recorder latencies) {
        while (goesOn.getAsBoolean()) {
            String aggregate = UUID.randomUUID().toString();
            for (int sequence = 0; sequence < EVENTS_OF_ONE_AGGREGATE && goesOn.getAsBoolean();
                    sequence += eventsPerCommit) {
                int first = sequence;
                List<DomainEventMessage<String>> events = IntStream.range(0, eventsPerCommit)
                        .mapToObj(index -> event(aggregate, first + index, payloadBytes)).toList();
                long sent = System.nanoTime();
                engine.appendEvents(events);
                latencies.recordValue(System.nanoTime() - sent);
                stored.add(eventsPerCommit);
            }
        }
    }

    private static DomainEventMessage<String> event(String aggregate, long sequence, int payloadBytes) {
        String text = ThreadLocalRandom.current().ints(payloadBytes, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return new GenericDomainEventMessage<>("Incident", aggregate, sequence, text);
    }

    private String replay() {
        LongAdder bytes = new LongAdder();
        long start = System.nanoTime();
        long events;
        try (Stream<?> read = engine.readEvents(null, false).peek(event -> bytes.add(
                ((String) ((org.axonframework.eventhandling.TrackedEventMessage<?>) event).getPayload()).length()))) {
            events = read.mapToLong(event -> 1).sum();
        }
        return answer(events, System.nanoTime() - start, new Histogram(3));
    }

    private static String answer(long events, long nanoseconds, Histogram latencies) {
        ByteBuffer bytes = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int length = latencies.encodeIntoCompressedByteBuffer(bytes);
        return events + " " + nanoseconds + " " + Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
