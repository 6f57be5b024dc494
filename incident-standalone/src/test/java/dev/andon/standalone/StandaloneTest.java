package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the README tells a newcomer to do, on a real server. */
class StandaloneTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final JsonMapper json = JsonMapper.shared();

    @TempDir
    private Path directory;

    @Test
    void aRealIncidentGoesFromImportToPostmortemAndSurvivesARestart() throws Exception {
        String timeline;
        String postmortem;
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            assertThat(andon.output()).contains("Andon is ready on http://127.0.0.1:", "api/v1/imports");
            assertThat(statuses(andon.post("/api/v1/imports", NDJSON, Samples.gitlab())))
                    .hasSize(42)
                    .allMatch(status -> status == 200 || status == 201);
            assertThat(statuses(andon.post("/api/v1/imports", NDJSON, Samples.operationallyExcellentTeam())))
                    .hasSize(27)
                    .allMatch(status -> status == 200 || status == 201);

            timeline = fresh(andon, "/api/v1/incidents/INC-1/timeline?format=markdown");
            postmortem = fresh(andon, "/api/v1/incidents/INC-2/postmortem?format=markdown");
            assertThat(timeline).contains("The data directory was removed on the primary");
            assertThat(postmortem).contains("Ruled out", "no effect", "The refactoring is cleared");
        }
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            assertThat(fresh(andon, "/api/v1/incidents/INC-1/timeline?format=markdown")).isEqualTo(timeline);
            assertThat(fresh(andon, "/api/v1/incidents/INC-2/postmortem?format=markdown")).isEqualTo(postmortem);
        }
    }

    @Test
    void importingTwiceGivesTwoIncidentsAndWithTheSameKeyOne() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            andon.post("/api/v1/imports", NDJSON, Samples.gitlab());
            andon.post("/api/v1/imports", NDJSON, Samples.gitlab());
            var first = andon.post("/api/v1/imports", NDJSON, Samples.gitlab(), "Idempotency-Key", "once");
            var again = andon.post("/api/v1/imports", NDJSON, Samples.gitlab(), "Idempotency-Key", "once");

            assertThat(again.body()).isEqualTo(first.body());
            assertThat(json.readTree(fresh(andon, "/api/v1/incidents")).get("incidents")).hasSize(3);
        }
    }

    @Test
    void whatWasJustDeclaredIsSeenByWhoeverAsksForItsPosition() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            for (int i = 1; i <= 20; i++) {
                HttpResponse<String> declared = andon.post(
                        "/api/v1/incidents",
                        JSON,
                        """
                                {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""");
                String position = declared.headers().firstValue("Andon-Position").orElseThrow();
                String incident = json.readTree(declared.body()).get("incidentId").stringValue();

                var seen = andon.get("/api/v1/incidents/" + incident + "/timeline", "Andon-Min-Position", position);

                assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
                assertThat(json.readTree(seen.body()).get("entries")).hasSize(1);
            }
        }
    }

    @Test
    void theVersionThatAQuestionIsAnsweredWithIsTheOneThatACommandDependsOn() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            andon.post("/api/v1/incidents", JSON, """
                    {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""");
            var problem = andon.post("/api/v1/problems", JSON, "{\"title\": \"t\"}");
            var linked = andon.post("/api/v1/problems/PRB-1/incidents", JSON, "{\"incidentId\": \"INC-1\"}");
            String position = linked.headers().firstValue("Andon-Position").orElseThrow();
            for (String question : List.of("/api/v1/incidents/INC-1", "/api/v1/incidents/INC-1/timeline",
                    "/api/v1/incidents/INC-1/postmortem")) {
                assertThat(etag(andon.get(question, "Andon-Min-Position", position))).as(question)
                        .isEqualTo(etag(linked));
            }
            assertThat(problem.headers().firstValue("ETag")).isEmpty();
            assertThat(andon.get("/api/v1/incidents/INC-1", "If-None-Match", etag(linked)).statusCode()).isEqualTo(304);

            var resolution = "{\"summary\": \"over\"}";
            var path = "/api/v1/incidents/INC-1/resolution";
            assertThat(andon.post(path, JSON, resolution, "If-Match", "\"1\"").statusCode()).isEqualTo(412);
            assertThat(andon.post(path, JSON, resolution, "If-Match", etag(linked)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPathThatIsAskedAndPostedToSaysBoth() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            var options = HttpRequest.newBuilder(andon.uri("/api/v1/incidents"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build();
            var answer = andon.http().send(options, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", ?"))
                    .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
        }
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(answer.body()));
    }

    @Test
    void theDemoIsLoadedOnceHoweverOftenTheServerStarts() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (var andon = AndonProcess.start(StandaloneApplication.class, directory, "--andon.demo=true")) {
                assertThat(json.readTree(fresh(andon, "/api/v1/incidents")).get("incidents")).hasSize(2);
            }
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsToldWhoHasIt() throws Exception {
        try (var _ = AndonProcess.start(StandaloneApplication.class, directory)) {
            assertThat(startFailure()).contains("in use by process").doesNotContain("\tat ");
        }
    }

    @Test
    void theLogIsVerifiedWhileTheServerIsRunning() throws Exception {
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
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
    }

    private String startFailure() throws Exception {
        try (var second = AndonProcess.start(StandaloneApplication.class, directory)) {
            return "It started: " + second.output();
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private List<Integer> statuses(HttpResponse<String> imported) {
        return imported.body()
                .lines()
                .map(json::readTree)
                .map(result -> result.get("status").intValue())
                .toList();
    }

    /** The answer once the read side has seen everything that is recorded. */
    private String fresh(AndonProcess andon, String path) throws Exception {
        String head = andon.post(
                "/api/v1/services", JSON, """
                        {"name": "probe"}""", "Idempotency-Key", "probe-" + path + System.nanoTime())
                .headers()
                .firstValue("Andon-Position")
                .orElseThrow();
        HttpResponse<String> response = andon.get(path, "Andon-Min-Position", head);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().replaceAll("as of position \\d+|up to position \\d+", "");
    }
}
