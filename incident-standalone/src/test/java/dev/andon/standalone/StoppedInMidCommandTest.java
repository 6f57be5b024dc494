package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that is stopped finishes what it has accepted: whoever had sent a command is answered, or finds it recorded
 * under its key; who is told that nothing was recorded finds nothing; and an import, which might never end, is told where it
 * was cut.
 */
class StoppedInMidCommandTest {

    private static final Duration BOUND = Duration.ofSeconds(50);
    private static final int CALLERS = 8;
    private static final int ANSWERED_BEFORE_THE_END = 200;
    private static final String NOT_ANSWERED = "";
    private static final String LAST_CHUNK = "0";
    private static final String DECLARATION = """
            {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""";

    @TempDir
    private Path directory;

    private final AtomicInteger lastKey = new AtomicInteger();

    /** What each key was answered with. */
    private final Map<Integer, String> answers = new ConcurrentSkipListMap<>();

    @Test
    void whatWasAcceptedIsAnsweredOrRecordedUnderItsKey() throws Exception {
        List<String> imported;
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory);
                var threads = Executors.newFixedThreadPool(CALLERS + 1)) {
            andon.post("/api/v1/incidents", "application/json", DECLARATION);
            Future<List<String>> importing = threads.submit(() -> importForEver(andon));
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> postWhileAnswered(andon)));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            imported = importing.get();
            assertThat(andon.hasEndedWithin(BOUND)).as(andon.output()).isTrue();
        }
        assertThat(imported.getLast()).contains("\"status\":503", "/problems/stopping");
        assertThat(imported.subList(0, imported.size() - 1)).isNotEmpty()
                .allMatch(line -> line.contains("\"status\":201"));

        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            for (var answered : answers.entrySet()) {
                HttpResponse<String> again = finding(andon, answered.getKey());
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                if (!answered.getValue().equals(NOT_ANSWERED)) {
                    assertThat(again.body()).isEqualTo(answered.getValue());
                }
            }
            assertThat(textsIn(andon, "finding ")).containsExactlyInAnyOrderElementsOf(
                    answers.keySet().stream().map(key -> "finding " + key).toList());
            assertThat(textsIn(andon, "line ")).as("each answered line, and none behind the cut")
                    .hasSize(imported.size() - 1);
        }
    }

    @Test
    void itSaysThatItIsNotReadyBeforeItStopsListening() throws Exception {
        try (var andon = AndonProcess.start(
                StandaloneApplication.class, directory, "--andon.monitoring.shutdown-notice=3s")) {
            andon.terminate();

            await().until(() -> andon.get("/actuator/health/readiness").statusCode() == 503);
            assertThat(andon.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(andon.post("/api/v1/incidents", "application/json", DECLARATION).statusCode()).isEqualTo(201);
            assertThat(andon.hasEndedWithin(BOUND)).as(andon.output()).isTrue();
        }
    }

    /**
     * Until the server has nothing more to say; each answer is followed by one more line. Over a socket, since the JDK's
     * client reads no answer before all of the request is sent.
     */
    private static List<String> importForEver(AndonProcess andon) throws Exception {
        var answered = new ArrayList<String>();
        try (var socket = new Socket("127.0.0.1", andon.uri("/").getPort())) {
            socket.setSoTimeout(Math.toIntExact(BOUND.toMillis()));
            socket.getOutputStream().write("""
                    POST /api/v1/imports HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/x-ndjson\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.getBytes(StandardCharsets.UTF_8));
            send(socket, 0);
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null && !line.equals(LAST_CHUNK); line = reader.readLine()) {
                if (line.startsWith("{")) {
                    answered.add(line);
                    send(socket, answered.size());
                }
            }
        } catch (SocketException closed) {
            // Behind the last line the connection is closed, whatever was still sent.
        }
        return answered;
    }

    private static void send(Socket socket, int number) throws IOException {
        String line = """
                {"post": "/incidents/INC-1/findings", "body": {"kind": "OBSERVATION", "text": "line %d"}}
                """.formatted(number);
        socket.getOutputStream().write("%x\r\n%s\r\n".formatted(line.length(), line).getBytes(StandardCharsets.UTF_8));
    }

    private Void postWhileAnswered(AndonProcess andon) throws Exception {
        while (true) {
            int key = lastKey.incrementAndGet();
            answers.put(key, NOT_ANSWERED);
            try {
                HttpResponse<String> answer = finding(andon, key);
                if (answer.statusCode() == 503) {
                    assertThat(answer.body()).contains("/problems/stopping", "Nothing was recorded");
                    answers.remove(key);
                    return null;
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                answers.put(key, answer.body());
            } catch (ConnectException refused) {
                // It takes no more connections, so it has not taken this.
                answers.remove(key);
                return null;
            } catch (IOException closed) {
                return null;
            }
            if (key == ANSWERED_BEFORE_THE_END) {
                andon.terminate();
            }
        }
    }

    private static HttpResponse<String> finding(AndonProcess andon, int key) throws Exception {
        return andon.post("/api/v1/incidents/INC-1/findings", "application/json", """
                {"kind": "OBSERVATION", "text": "finding %d"}""".formatted(key), "Idempotency-Key", "key " + key);
    }

    private static List<String> textsIn(AndonProcess andon, String beginning) throws Exception {
        String position = andon.post("/api/v1/services", "application/json", "{\"name\": \"probe\"}")
                .headers().firstValue("Andon-Position").orElseThrow();
        var timeline = andon.get("/api/v1/incidents/INC-1/timeline", "Andon-Min-Position", position);
        assertThat(timeline.statusCode()).as(timeline.body()).isEqualTo(200);
        var found = new ArrayList<String>();
        for (JsonNode entry : JsonMapper.shared().readTree(timeline.body()).get("entries")) {
            if (entry.get("detail").has("findingId")
                    && entry.get("detail").get("text").stringValue().startsWith(beginning)) {
                found.add(entry.get("detail").get("text").stringValue());
            }
        }
        return found;
    }
}
