package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole of it in one process, on a server that its callers share. */
class StandaloneTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static AndonProcess andon;

    @BeforeAll
    static void start() throws Exception {
        andon = AndonProcess.start(StandaloneApplication.class, directory);
    }

    @AfterAll
    static void stop() throws Exception {
        andon.close();
    }

    @Test
    void importingTwiceGivesTwoIncidentsAndWithTheSameKeyOne() throws Exception {
        int before = incidents();
        andon.post("/api/v1/imports", NDJSON, Samples.gitlab());
        andon.post("/api/v1/imports", NDJSON, Samples.gitlab());
        var first = andon.post("/api/v1/imports", NDJSON, Samples.gitlab(), "Idempotency-Key", "once");
        var again = andon.post("/api/v1/imports", NDJSON, Samples.gitlab(), "Idempotency-Key", "once");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(incidents()).isEqualTo(before + 3);
    }

    @Test
    void whatWasJustDeclaredIsSeenByWhoeverAsksForItsPosition() throws Exception {
        for (int i = 1; i <= 20; i++) {
            var declared = declare();

            var seen = andon.get(declared.headers().firstValue("Location").orElseThrow() + "/timeline",
                    "Andon-Min-Position", position(declared));

            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(seen.body()).get("entries")).hasSize(1);
        }
    }

    @Test
    void theVersionThatAQuestionIsAnsweredWithIsTheOneThatACommandDependsOn() throws Exception {
        String incident = declare().headers().firstValue("Location").orElseThrow();
        var problem = andon.post("/api/v1/problems", JSON, "{\"title\": \"t\"}");
        var linked = andon.post(problem.headers().firstValue("Location").orElseThrow() + "/incidents", JSON,
                "{\"incidentId\": \"%s\"}".formatted(incident.substring(incident.lastIndexOf('/') + 1)));
        for (String question : List.of(incident, incident + "/timeline", incident + "/postmortem")) {
            assertThat(etag(andon.get(question, "Andon-Min-Position", position(linked)))).as(question)
                    .isEqualTo(etag(linked));
        }
        assertThat(problem.headers().firstValue("ETag")).isEmpty();
        assertThat(andon.get(incident, "If-None-Match", etag(linked)).statusCode()).isEqualTo(304);

        var resolution = "{\"summary\": \"over\"}";
        var path = incident + "/resolution";
        assertThat(andon.post(path, JSON, resolution, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
        assertThat(andon.post(path, JSON, resolution, "If-Match", etag(linked)).statusCode()).isEqualTo(200);
    }

    @Test
    void aPathThatIsAskedAndPostedToSaysBoth() throws Exception {
        var options = HttpRequest.newBuilder(andon.uri("/api/v1/incidents"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = andon.http().send(options, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", ?"))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    }

    @Test
    void aSecondServerOnTheSameDataIsToldWhoHasIt() throws Exception {
        assertThat(startFailure()).contains("in use by process").doesNotContain("\tat ");
    }

    @Test
    void theLogIsVerifiedWhileTheServerIsRunning() throws Exception {
        andon.post("/api/v1/imports", NDJSON, Samples.gitlab());

        Process verifying = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StandaloneApplication.class.getName(), "verify", "--data-dir",
                directory.resolve("andon-data").toString())
                .redirectErrorStream(true).start();
        String said = new String(verifying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verifying.waitFor()).as(said).isZero();
        assertThat(said).startsWith("Checked:").contains("Sound\n").containsPattern("Head: [0-9]+@[0-9a-f]{64}");
    }

    private String startFailure() throws Exception {
        try (var second = AndonProcess.start(StandaloneApplication.class, directory)) {
            return "It started: " + second.output();
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static int incidents() throws Exception {
        return JsonMapper.shared().readTree(andon.fresh("/api/v1/incidents?limit=200")).get("incidents").size();
    }

    private static HttpResponse<String> declare() throws Exception {
        return andon.post("/api/v1/incidents", JSON, """
                {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""");
    }

    private static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue("Andon-Position").orElseThrow();
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
