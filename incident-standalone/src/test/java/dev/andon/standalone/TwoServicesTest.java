package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.command.CommandApplication;
import dev.andon.query.QueryApplication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Command and query service, each in a process of its own, on one MongoDB: an in-memory stand-in that speaks its wire
 * protocol or, if {@code ANDON_TEST_MONGODB_URI} is set, that server.
 */
class TwoServicesTest {

    private final MongoServer standIn = new MongoServer(new MemoryBackend());

    @TempDir
    private Path directory;

    private String mongodb = "";

    @BeforeEach
    void startMongoDb() {
        String given = System.getenv("ANDON_TEST_MONGODB_URI");
        standIn.bind("127.0.0.1", 0);
        mongodb = Objects.requireNonNullElseGet(
                given, () -> "mongodb://127.0.0.1:%d/andon".formatted(standIn.getLocalAddress().getPort()));
    }

    @AfterEach
    void stopMongoDb() {
        standIn.shutdownNow();
    }

    @Test
    void whatOneProcessRecordsTheOtherAnswers() throws Exception {
        String[] arguments = {
            "--andon.mongodb.uri=" + mongodb, "--andon.mongodb.standalone-allowed=true", "--spring.config.name=none"
        };
        try (var command = AndonProcess.start(CommandApplication.class, directory, arguments);
                var query = AndonProcess.start(QueryApplication.class, directory, arguments)) {
            HttpResponse<String> imported = command.post(
                    "/api/v1/imports", "application/x-ndjson", Samples.operationallyExcellentTeam());
            assertThat(imported.body().lines()).hasSize(27).allMatch(line -> line.contains("\"status\":20"));
            HttpResponse<String> declared = command.post(
                    "/api/v1/incidents",
                    "application/json",
                    """
                            {"title": "t", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}""");
            String position = declared.headers().firstValue("Andon-Position").orElseThrow();

            var timeline = query.get(
                    "/api/v1/incidents/INC-1/timeline?format=markdown", "Andon-Min-Position", position);
            var list = query.get("/api/v1/incidents", "Andon-Min-Position", position);

            assertThat(timeline.statusCode()).as(timeline.body()).isEqualTo(200);
            assertThat(timeline.body()).contains("The refactoring is cleared");
            assertThat(list.body()).contains("INC-1", "INC-2");
            assertThat(command.get("/api/v1/incidents").statusCode()).isEqualTo(405);
            assertThat(query.post("/api/v1/incidents", "application/json", "{}").statusCode()).isEqualTo(405);
            var commandsOnly = query.get("/api/v1/incidents/INC-1/resolution");
            assertThat(commandsOnly.statusCode()).as("a gateway sends there what is not posted").isEqualTo(405);
            assertThat(commandsOnly.headers().firstValue("Allow")).hasValue("POST");
            assertThat(command.get("/v3/api-docs").body()).contains("\"declareIncident\"")
                    .doesNotContain("\"timeline\",\"summary");
            assertThat(query.get("/v3/api-docs").body()).contains("\"timeline\",\"summary")
                    .doesNotContain("\"declareIncident\"");
            assertThat(command.get("/problems/position-not-reached").statusCode()).isEqualTo(200);
            assertThat(query.get("/problems/incident-ended").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aKeyThatOneProcessMadeOpensTheOther() throws Exception {
        String[] arguments = {
            "--andon.mongodb.uri=" + mongodb, "--andon.mongodb.standalone-allowed=true", "--spring.config.name=none",
            "--andon.security.required=true"
        };
        String admin = "Bearer " + AndonProcess.run(CommandApplication.class, directory, "create-admin-key",
                arguments[0], arguments[1], arguments[2]).strip();
        try (var command = AndonProcess.start(CommandApplication.class, directory, arguments);
                var query = AndonProcess.start(QueryApplication.class, directory, arguments)) {
            var created = command.post("/api/v1/api-keys", "application/json", """
                    {"name": "reader", "roles": ["AUDITOR"]}""", "Authorization", admin);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String key = "Bearer " + JsonMapper.shared().readTree(created.body()).get("key").stringValue();

            await().until(() -> query.get("/api/v1/incidents", "Authorization", key).statusCode() == 200);
            assertThat(query.get("/api/v1/incidents").statusCode()).isEqualTo(401);

            String id = JsonMapper.shared().readTree(created.body()).get("apiKeyId").stringValue();
            command.post("/api/v1/api-keys/" + id + "/revocation", "application/json", "{}", "Authorization", admin);
            await().until(() -> query.get("/api/v1/incidents", "Authorization", key).statusCode() == 401);
        }
    }
}
