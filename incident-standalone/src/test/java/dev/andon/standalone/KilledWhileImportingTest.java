package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KilledWhileImportingTest {

    private static final int FINDINGS = 5_000;
    private static final int ANSWERED_BEFORE_THE_KILL = 300;

    private final JsonMapper json = JsonMapper.shared();

    @TempDir
    private Path directory;

    @Test
    void everyLineThatWasAnsweredIsThereAfterTheRestart() throws Exception {
        List<String> answered;
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            answered = importUntilKilled(andon);
        }
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            JsonNode timeline = timelineWithAtLeast(andon, answered.size() + 1);

            List<String> found = new ArrayList<>();
            timeline.get("entries").forEach(entry -> {
                if (entry.get("detail").has("findingId")) {
                    found.add(entry.get("detail").get("findingId").stringValue());
                }
            });
            assertThat(found)
                    .as("what was answered before the kill, in order, and then at most what was on its way")
                    .startsWith(answered.toArray(String[]::new))
                    .doesNotHaveDuplicates();
            assertThat(found.size()).as("the kill came in the middle").isLessThan(FINDINGS);
        }
    }

    private List<String> importUntilKilled(AndonProcess andon) throws Exception {
        var lines = new StringBuilder(
                """
                        {"as": "i", "post": "/incidents", "body": {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}}
                        """);
        for (int i = 0; i < FINDINGS; i++) {
            lines.append(
                    """
                            {"post": "/incidents/$i/findings", "body": {"kind": "OBSERVATION", "text": "finding %d"}}
                            """
                            .formatted(i));
        }
        HttpRequest request = HttpRequest.newBuilder(andon.uri("/api/v1/imports"))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines.toString()))
                .build();
        var answered = new ArrayList<String>();
        var answers = andon.http().send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        try (var reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode body = json.readTree(line).get("body");
                if (body.has("findingId")) {
                    answered.add(body.get("findingId").stringValue());
                }
                if (answered.size() == ANSWERED_BEFORE_THE_KILL) {
                    andon.kill();
                }
            }
        } catch (IOException | UncheckedIOException cutOff) {
            // Lines that were still read after the kill had been answered before it.
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERED_BEFORE_THE_KILL);
        return answered;
    }

    private JsonNode timelineWithAtLeast(AndonProcess andon, int position) throws Exception {
        HttpResponse<String> response = andon.get("/api/v1/incidents/INC-1/timeline", "Andon-Min-Position",
                Integer.toString(position));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }
}
