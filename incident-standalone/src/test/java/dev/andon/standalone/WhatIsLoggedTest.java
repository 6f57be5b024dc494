package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.command.CommandApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that a process prints: fit for a machine where one reads it, and nothing that whoever reads logs may not know. */
class WhatIsLoggedTest {

    private static final String JSON = "application/json";
    private static final String PASSWORD = "correct-horse-battery";
    private static final String BODY = "a customer's own words";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path directory;

    @Test
    void noKeyNoTokenAndNoBodyIsPrintedWhateverBecomesOfTheRequest() throws Exception {
        String key = AndonProcess.run(StandaloneApplication.class, directory, "create-admin-key").strip();
        String token = token();
        try (var andon = AndonProcess.start(StandaloneApplication.class, directory, "--andon.security.required=true",
                "--andon.security.jwt.issuer=http://127.0.0.1:1", "--andon.security.jwt.audience=andon",
                "--logging.structured.format.console=ecs", "--logging.level.dev.andon=debug",
                "--logging.level.root=info")) {
            for (String authorization : List.of("Bearer " + key, "Bearer " + token, "Bearer " + key + "0")) {
                for (String body : List.of(declaration(), "{\"title\": \"" + BODY, "{\"" + BODY + "\": 1}")) {
                    andon.post("/api/v1/incidents", JSON, body, "Authorization", authorization, "Idempotency-Key",
                            "k " + body.length(), "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE));
                }
            }
            assertThat(andon.get("/api/v1/incidents", "Authorization", "Bearer " + key).statusCode()).isEqualTo(200);
            String figures = andon.get("/actuator/prometheus", "Authorization", "Bearer " + key, "Accept",
                    "application/openmetrics-text").body();
            assertThat(figures).as("leads from a figure to the trace").contains("trace_id=\"" + TRACE + "\"");

            String secret = key.substring(key.lastIndexOf('_') + 1);
            assertThat(andon.output() + figures)
                    .doesNotContain(secret, token, token.substring(token.lastIndexOf('.') + 1), BODY);
            assertThat(andon.output().lines()).isNotEmpty().allSatisfy(line -> {
                JsonNode said = JsonMapper.shared().readTree(line);
                assertThat(said.has("@timestamp")).isTrue();
                assertThat(said.get("service").get("name").stringValue()).isEqualTo("andon");
            });
        }
    }

    @Test
    void aServiceSpeaksToMachinesAndSaysUnderWhichRequest() throws Exception {
        var mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        String uri = "mongodb://127.0.0.1:%d/andon?serverSelectionTimeoutMS=1000&socketTimeoutMS=1000"
                .formatted(mongo.getLocalAddress().getPort());
        try (var andon = AndonProcess.start(CommandApplication.class, directory, "--andon.mongodb.uri=" + uri,
                "--andon.mongodb.standalone-allowed=true", "--spring.config.name=none")) {
            mongo.shutdownNow();

            var answer = andon.post("/api/v1/incidents", JSON, declaration(), "traceparent",
                    "00-%s-00f067aa0ba902b7-01".formatted(TRACE));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(andon.output().lines().map(JsonMapper.shared()::readTree))
                    .anySatisfy(line -> {
                        assertThat(line.get("log").get("level").stringValue()).isEqualTo("WARN");
                        assertThat(line.has("correlationId")).isTrue();
                        assertThat(line.get("correlationId").stringValue()).isEqualTo(TRACE);
                        assertThat(line.get("spanId").stringValue()).isEqualTo("00f067aa0ba902b7");
                    });
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void thePasswordOfTheStoreIsNotPrintedWhenItDoesNotLetUsIn() {
        var mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        String uri = "mongodb://andon:%s@127.0.0.1:%d/andon?serverSelectionTimeoutMS=1000"
                .formatted(PASSWORD, mongo.getLocalAddress().getPort());
        try {
            assertThatThrownBy(
                    () -> AndonProcess.start(CommandApplication.class, directory, "--andon.mongodb.uri=" + uri,
                            "--andon.mongodb.standalone-allowed=true", "--spring.config.name=none",
                            "--logging.level.root=info").close())
                    .hasMessageContaining("It did not start")
                    .hasMessageNotContaining(PASSWORD);
        } finally {
            mongo.shutdownNow();
        }
    }

    private static String declaration() {
        return """
                {"title": "%s", "severity": "SEV3", "services": ["s"], "detection": {"source": "ALERT"}}"""
                .formatted(BODY);
    }

    /** Well formed, so that it is looked at. */
    private static String token() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"RS256\",\"kid\":\"1\"}".getBytes(StandardCharsets.UTF_8))
                + "." + encoder.encodeToString("{\"sub\":\"alice\"}".getBytes(StandardCharsets.UTF_8))
                + ".c2lnbmF0dXJlLXRoYXQtbm9ib2R5LW1heS1zZWU";
    }
}
