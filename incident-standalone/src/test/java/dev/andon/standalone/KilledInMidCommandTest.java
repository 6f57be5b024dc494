package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** A command that was on its way when the server died is sent again under its key, and is there once, whatever became of it. */
class KilledInMidCommandTest {

    private static final int CALLERS = 8;
    private static final int ANSWERED_BEFORE_THE_KILL = 200;
    private static final String NOT_ANSWERED = "";

    @TempDir
    private Path directory;

    private final AtomicInteger lastKey = new AtomicInteger();

    /** What each key was answered with. */
    private final Map<Integer, String> answers = new ConcurrentSkipListMap<>();

    @Test
    void whatIsSentAgainUnderItsKeyIsThereOnce() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            andon.post("/api/v1/incidents", "application/json", """
                    {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""");
            postUntilKilled(andon);
        }
        assertThat(answers).as("the kill came in the middle").containsValue(NOT_ANSWERED);

        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            for (var answered : answers.entrySet()) {
                HttpResponse<String> again = finding(andon, answered.getKey());
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                if (!answered.getValue().equals(NOT_ANSWERED)) {
                    assertThat(wordsOf(again)).isEqualTo(answered.getValue());
                }
            }
            assertThat(findingsIn(andon)).containsExactlyInAnyOrderElementsOf(
                    answers.keySet().stream().map(key -> "finding " + key).toList());
        }
    }

    private void postUntilKilled(AndonProcess andon) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> postWhileAnswered(andon)));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
    }

    private Void postWhileAnswered(AndonProcess andon) throws Exception {
        while (true) {
            int key = lastKey.incrementAndGet();
            answers.put(key, NOT_ANSWERED);
            try {
                answers.put(key, wordsOf(finding(andon, key)));
            } catch (IOException died) {
                return null;
            }
            if (key == ANSWERED_BEFORE_THE_KILL) {
                andon.kill();
            }
        }
    }

    private static HttpResponse<String> finding(AndonProcess andon, int key) throws Exception {
        return andon.post("/api/v1/incidents/INC-1/findings", "application/json", """
                {"kind": "OBSERVATION", "text": "finding %d"}""".formatted(key), "Idempotency-Key", "key " + key);
    }

    private static String wordsOf(HttpResponse<String> answer) {
        return "%d %s %s".formatted(answer.statusCode(), answer.body(), answer.headers().firstValue("Andon-Position"));
    }

    private List<String> findingsIn(AndonProcess andon) throws Exception {
        String position = Integer.toString(answers.size() + 1);
        var timeline = andon.get("/api/v1/incidents/INC-1/timeline", "Andon-Min-Position", position);
        assertThat(timeline.statusCode()).as(timeline.body()).isEqualTo(200);
        var found = new ArrayList<String>();
        for (JsonNode entry : JsonMapper.shared().readTree(timeline.body()).get("entries")) {
            if (entry.get("detail").has("findingId")) {
                found.add(entry.get("detail").get("text").stringValue());
            }
        }
        return found;
    }
}
