package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.event.Event;
import dev.andon.query.History;
import dev.andon.query.QueryConfiguration;
import dev.andon.query.RecordedHistory;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Live timelines through a real server, with heartbeats and patience that are short. */
class LiveServerTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String LONG_TEXT = "too much to read ".repeat(500);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static EventStore store;

    private static int port;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QueryConfiguration.class)
    static class Server {

        @Bean
        EventStore eventStore() {
            return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        }

        @Bean
        ReadModelStore readModelStore() {
            return SqliteReadModelStore.open(directory.resolve("read-models.db"));
        }
    }

    /** The last position that was recorded; who asks for less may be told that there is no such incident yet. */
    private static volatile long recorded;

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Server.class).web(WebApplicationType.REACTIVE)
                .run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off",
                        "--andon.live.heartbeat=100ms", "--andon.live.patience=3s");
        store = server.getBean(EventStore.class);
        port = Integer.parseInt(Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port")));
        record(Incidents.declared(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoeverIsCutOffAtRandomAndComesBackMissesNothingAndIsToldNothingTwice() throws Exception {
        long first = record(Incidents.declared(2));
        var random = new Random(7);
        var writer = Thread.ofVirtual().start(() -> IntStream.range(0, 120)
                .forEach(number -> record(Incidents.finding(2, number))));
        long last = first + 120;

        for (String path : List.of("/api/v1/incidents/INC-2/timeline", "/api/v1/timeline")) {
            var told = new ArrayList<Long>();
            while (told.isEmpty() || told.getLast() < last) {
                long from = told.isEmpty() ? first - 1 : told.getLast();
                told.addAll(take(path, from, 1 + random.nextInt(30), last));
            }
            assertThat(told).as(path).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        }
        writer.join();
    }

    @Test
    void anEventIsALineOfTheTimeline() throws Exception {
        long position = record(Incidents.declared(3));

        try (var connection = connect("/api/v1/incidents/INC-3/timeline?format=event-stream", 0)) {
            assertThat(connection.next("id: ")).isEqualTo("id: " + position);
            String data = connection.next("data: ").substring("data: ".length());
            assertThat(JsonPath.<Integer>read(data, "$.entryId")).isEqualTo((int) position);
            assertThat(JsonPath.<String>read(data, "$.summary")).startsWith("SEV2 declared on checkout");
            assertThat(connection.next(":")).as("a heartbeat").isEqualTo(":");
        }
    }

    @Test
    void whoeverReadsTooSlowlyIsDroppedAndToldWhereToGoOn() throws Exception {
        long first = record(Incidents.declared(4));
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write(
                    ("GET /api/v1/timeline?format=event-stream&after=%d HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .formatted(first - 1)).getBytes(StandardCharsets.US_ASCII));
            var live = server.getBean(LiveTimeline.class);
            await().until(() -> live.listeners() > 0);
            // As much as no socket between here and there can hold.
            long last = first;
            for (int i = 0; i < 150; i++) {
                int ten = 10 * i;
                last = record(IntStream.range(ten, ten + 10)
                        .mapToObj(number -> Incidents.finding(4, number, LONG_TEXT))
                        .toArray(Event[]::new));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> live.listeners() == 0);
            var told = new ArrayList<Long>();
            String after = "";
            try (var reader = reader(socket.getInputStream())) {
                long begun = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith("id: ")) {
                        begun = Long.parseLong(line.substring(4));
                    } else if (line.isEmpty() && begun > 0) {
                        // Only now it is complete: the connection may break in the middle of one.
                        told.add(begun);
                        begun = 0;
                    } else if (line.startsWith("event: dropped")) {
                        after = reader.readLine();
                    }
                }
            } catch (IOException _) {
                // The server may have given up before everything was read.
            }
            assertThat(told).isNotEmpty().hasSizeLessThan((int) (last - first));
            assertThat(told).isEqualTo(LongStream.rangeClosed(first, told.getLast()).boxed().toList());
            if (!after.isEmpty()) {
                assertThat(after).contains("\"after\":" + told.getLast());
            }
            told.addAll(take("/api/v1/timeline", told.getLast(), Integer.MAX_VALUE, last));
            assertThat(told).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        }
    }

    @Test
    void aThousandWhoListenNeedNoThreadEach() throws Exception {
        record(Incidents.declared(5));
        var live = server.getBean(LiveTimeline.class);
        int before = live.listeners();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1000; i++) {
                var socket = new Socket("127.0.0.1", port);
                sockets.add(socket);
                socket.getOutputStream().write(
                        "GET /api/v1/incidents/INC-5/timeline?format=event-stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> live.listeners() >= before + 1000);

            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads).isLessThan(50);
            long position = record(Incidents.finding(5, 1));
            for (Socket socket : List.of(sockets.getFirst(), sockets.getLast())) {
                var reader = reader(socket.getInputStream());
                String line = reader.readLine();
                while (!line.equals("id: " + position)) {
                    line = Objects.requireNonNull(reader.readLine());
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> live.listeners() == before);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/incidents/INC-999/timeline, 0, 404", "/api/v1/timeline, 999999, 400",
        "/api/v1/timeline, x, 400", "/api/v1/incidents/INC-1/timeline?atPosition=1, 0, 400",
        "/api/v1/timeline?limit=5, 0, 400"})
    void whatCannotBeToldIsRefusedBeforeTheStreamBegins(String path, String last, int status) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept", "text/event-stream, application/problem+json;q=0.1")
                        .header("Last-Event-ID", last).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static long record(Event... events) {
        recorded = RecordedHistory.in(store, History.of(events));
        return recorded;
    }

    /** Listens until so many were told, or the last one was. */
    private static List<Long> take(String path, long after, int most, long last) throws Exception {
        var told = new ArrayList<Long>();
        try (var connection = connect(path, after)) {
            while (told.size() < most && (told.isEmpty() || told.getLast() < last)) {
                told.add(Long.parseLong(connection.next("id: ").substring(4)));
            }
        }
        return told;
    }

    private static Connection connect(String path, long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(after))
                .header("Andon-Min-Position", Long.toString(recorded))
                .build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Connection(reader(answer.body()));
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** One that can be broken off. */
    private record Connection(BufferedReader reader) implements AutoCloseable {

        String next(String beginning) {
            try {
                String line = reader.readLine();
                while (line != null && !line.startsWith(beginning)) {
                    line = reader.readLine();
                }
                return Objects.requireNonNull(line, "it ended");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
