package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the README tells a newcomer to do, on a real server that is stopped and started again. */
class RestartedTest {

    private static final String NDJSON = "application/x-ndjson";

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

            timeline = andon.fresh("/api/v1/incidents/INC-1/timeline?format=markdown");
            postmortem = andon.fresh("/api/v1/incidents/INC-2/postmortem?format=markdown");
            assertThat(timeline).contains("The data directory was removed on the primary");
            assertThat(postmortem).contains("Ruled out", "no effect", "The refactoring is cleared");
        }
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory)) {
            assertThat(andon.fresh("/api/v1/incidents/INC-1/timeline?format=markdown")).isEqualTo(timeline);
            assertThat(andon.fresh("/api/v1/incidents/INC-2/postmortem?format=markdown")).isEqualTo(postmortem);
        }
    }

    @Test
    void theDemoIsLoadedOnceHoweverOftenTheServerStarts() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (var andon = AndonProcess.start(StandaloneApplication.class, directory, "--andon.demo=true")) {
                assertThat(json.readTree(andon.fresh("/api/v1/incidents")).get("incidents")).hasSize(2);
            }
        }
    }

    private List<Integer> statuses(HttpResponse<String> imported) {
        return imported.body()
                .lines()
                .map(json::readTree)
                .map(result -> result.get("status").intValue())
                .toList();
    }
}
