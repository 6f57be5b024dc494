package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.andon.kernel.event.Event;
import dev.andon.query.QueryServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live timelines through a real server, with heartbeats and patience that are short. */
class LiveServerTest {

    private static final String LONG_TEXT = "too much to read ".repeat(500);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static QueryServer server;

    @SuppressWarnings("NullAway.Init")
    private static Listening listening;

    @BeforeAll
    static void start() {
        server = QueryServer.on(directory, "--andon.live.heartbeat=100ms", "--andon.live.patience=3s");
        listening = new Listening(server);
        record(Incidents.declared(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anEventIsALineOfTheTimeline() throws Exception {
        long position = record(Incidents.declared(3));

        try (var connection = listening.connect("/api/v1/incidents/INC-3/timeline?format=event-stream", 0)) {
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
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.getOutputStream().write(
                    ("GET /api/v1/timeline?format=event-stream&after=%d HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .formatted(first - 1)).getBytes(StandardCharsets.US_ASCII));
            var slow = new Listening.Connection(Listening.reader(socket.getInputStream()));
            var told = new ArrayList<Long>();
            while (told.isEmpty()) {
                Listening.idOf(slow.event()).ifPresent(told::add);
            }
            // As much as no socket between here and there can hold.
            long last = first;
            for (int i = 0; i < 150; i++) {
                int ten = 10 * i;
                last = record(IntStream.range(ten, ten + 10)
                        .mapToObj(number -> Incidents.finding(4, number, LONG_TEXT))
                        .toArray(Event[]::new));
            }
            var live = server.bean(LiveTimeline.class);
            await().atMost(Duration.ofMinutes(2)).until(() -> live.listeners() == 0);

            for (String event = slow.event(); !event.isEmpty(); event = slow.event()) {
                if (event.contains("event: dropped")) {
                    assertThat(event).contains("\"after\":" + told.getLast());
                }
                Listening.idOf(event).ifPresent(told::add);
            }
            assertThat(told).hasSizeLessThan((int) (last - first))
                    .isEqualTo(LongStream.rangeClosed(first, told.getLast()).boxed().toList());
            while (told.getLast() < last) {
                told.addAll(listening.take("/api/v1/timeline", told.getLast(), Integer.MAX_VALUE, last));
            }
            assertThat(told).isEqualTo(LongStream.rangeClosed(first, last).boxed().toList());
        }
    }

    @Test
    void aThousandWhoListenNeedNoThreadEach() throws Exception {
        record(Incidents.declared(5));
        var live = server.bean(LiveTimeline.class);
        int before = live.listeners();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1000; i++) {
                var socket = new Socket("127.0.0.1", server.port());
                sockets.add(socket);
                socket.getOutputStream().write(
                        "GET /api/v1/incidents/INC-5/timeline?format=event-stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> live.listeners() >= before + 1000);
            assertThat(server.bean(MeterRegistry.class).get("andon.live.listeners").gauge().value())
                    .isGreaterThanOrEqualTo(1000);

            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads).isLessThan(50);
            long position = record(Incidents.finding(5, 1));
            for (Socket socket : List.of(sockets.getFirst(), sockets.getLast())) {
                var reader = Listening.reader(socket.getInputStream());
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
        var answer = Listening.CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Accept", "text/event-stream, application/problem+json;q=0.1")
                        .header("Last-Event-ID", last).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static long record(Event... events) {
        return listening.record(events);
    }
}
