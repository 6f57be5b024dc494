package dev.andon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/security.md tells an operator to do, on a real server. */
class SecuredTest {

    private static final String JSON = "application/json";

    private final JsonMapper json = JsonMapper.shared();

    @TempDir
    private Path directory;

    @Test
    void theFirstKeyIsMadeAtTheConsoleAndMakesTheOthers() throws Exception {
        String printed = AndonProcess.run(StandaloneApplication.class, directory, "create-admin-key").strip();
        assertThat(printed).as("nothing but the key").matches("andon_[0-9A-Z]{4}_[0-9a-f]{64}");
        String admin = "Bearer " + printed;

        try (var andon = AndonProcess.start(
                StandaloneApplication.class, directory, "--andon.security.required=true", "--server.address=0.0.0.0")) {
            assertThat(andon.get("/api/v1/incidents").statusCode()).isEqualTo(401);
            assertThat(andon.get("/problems/unauthenticated").statusCode()).isEqualTo(200);
            assertThat(andon.get("/v3/api-docs").statusCode()).isEqualTo(200);
            var created = andon.post("/api/v1/api-keys", JSON, """
                    {"name": "slack-bot", "roles": ["AUDITOR"]}""", "Authorization", admin);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            String key = json.readTree(created.body()).get("key").stringValue();
            String id = json.readTree(created.body()).get("apiKeyId").stringValue();
            String position = created.headers().firstValue("Andon-Position").orElseThrow();

            var listed = andon.get("/api/v1/api-keys", "Authorization", admin, "Andon-Min-Position", position);
            JsonNode bot = json.readTree(listed.body()).get("apiKeys").get(1);
            assertThat(listed.body()).doesNotContain(key.substring(key.lastIndexOf('_') + 1), "sha256");
            assertThat(bot.get("lastCharacters").stringValue()).isEqualTo(key.substring(key.length() - 4));
            assertThat(bot.get("createdBy").get("id").stringValue()).isEqualTo("admin");
            assertThat(json.readTree(listed.body()).get("apiKeys").get(0).get("createdBy").get("id").stringValue())
                    .isEqualTo("console");

            var revoked = andon.post("/api/v1/api-keys/" + id + "/revocation", JSON, "{}", "Authorization", admin);
            assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
            var one = andon.get("/api/v1/api-keys/" + id, "Authorization", admin, "Andon-Min-Position",
                    revoked.headers().firstValue("Andon-Position").orElseThrow());
            assertThat(json.readTree(one.body()).has("revokedAt")).as(one.body()).isTrue();
            assertThat(andon.output()).doesNotContain("andon_", "security password");
        }
    }

    @Test
    void whoPressesThePanicButtonFindsOutWhatBecameOfIt() throws Exception {
        String admin = "Bearer " + AndonProcess.run(StandaloneApplication.class, directory, "create-admin-key").strip();
        try (var andon = AndonProcess.start(
                StandaloneApplication.class, directory, "--andon.security.required=true")) {
            String support = reporter(andon, "support-page", admin);

            var pressed = andon.post("/api/v1/panic", JSON, """
                    {"service": "checkout", "text": "I cannot pay"}""", "Authorization", support,
                    "Andon-On-Behalf-Of", "carol");
            assertThat(pressed.statusCode()).as(pressed.body()).isEqualTo(201);
            String where = pressed.headers().firstValue("Location").orElseThrow();
            assertThat(andon.post("/api/v1/incidents/INC-1/false-alarm", JSON, "{\"reason\": \"r\"}",
                    "Authorization", support).statusCode()).isEqualTo(403);
            var closed = andon.post("/api/v1/incidents/INC-1/false-alarm", JSON, """
                    {"reason": "The card had expired", "cost": "Ten minutes of one person"}""", "Authorization", admin);
            String position = closed.headers().firstValue("Andon-Position").orElseThrow();

            var told = andon.get(where, "Authorization", support, "Andon-Min-Position", position);
            assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
            assertThat(told.body()).contains("FALSE_ALARM", "The card had expired").doesNotContain("Ten minutes");
            assertThat(andon.get("/api/v1/incidents/INC-1/timeline", "Authorization", support).statusCode())
                    .isEqualTo(403);
            assertThat(andon.get("/api/v1/incidents/INC-1/timeline?format=markdown", "Authorization", admin,
                    "Andon-Min-Position", position).body())
                    .contains("carol pressed the panic button for checkout", "Update to carol",
                            "It was right to press");
        }
    }

    @Test
    void whoReportsAFindingIsToldWhatTheySaidAndNotWhatOthersMadeOfIt() throws Exception {
        String admin = "Bearer " + AndonProcess.run(StandaloneApplication.class, directory, "create-admin-key").strip();
        try (var andon = AndonProcess.start(
                StandaloneApplication.class, directory, "--andon.security.required=true")) {
            String support = reporter(andon, "support-page", admin);
            String monitor = reporter(andon, "monitor", admin);
            var declared = andon.post("/api/v1/incidents", JSON,
                    """
                            {"title": "Slow", "severity": "SEV3", "services": ["checkout"], "detection": {"source": "ALERT"}}""",
                    "Authorization", support);
            var found = andon.post("/api/v1/incidents/INC-1/findings", JSON, """
                    {"kind": "HYPOTHESIS", "text": "It is the cart"}""", "Authorization", support);
            assertThat(found.statusCode()).as(found.body()).isEqualTo(201);
            String where = found.headers().firstValue("Location").orElseThrow();
            andon.post(where + "/assessments", JSON, """
                    {"verdict": "RULED_OUT", "reason": "Somebody sold the keys"}""", "Authorization", admin);
            long entry = json.readTree(andon.get(where, "Authorization", admin, "Andon-Min-Position",
                    found.headers().firstValue("Andon-Position").orElseThrow()).body()).get("entryId").longValue();
            var corrected = andon.post("/api/v1/incidents/INC-1/entries/" + entry + "/corrections", JSON, """
                    {"reason": "It was not said", "text": "It is the safe"}""", "Authorization", admin);
            String position = corrected.headers().firstValue("Andon-Position").orElseThrow();

            var told = andon.get(where, "Authorization", support, "Andon-Min-Position", position);
            assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
            assertThat(told.body()).contains("It is the cart")
                    .doesNotContain("RULED_OUT", "keys", "safe", "corrected", "assessed");
            assertThat(andon.get(where, "Authorization", admin).body()).contains("RULED_OUT", "It is the safe");

            var others = andon.get(where, "Authorization", monitor, "Andon-Min-Position", position);
            var nobodys = andon.get(where.replaceAll("F-.*", "F-0000"), "Authorization", monitor);
            assertThat(others.statusCode()).as(others.body()).isEqualTo(404);
            assertThat(others.body().replaceAll("F-[0-9A-Z]{4}", "F-0000"))
                    .as("whoever guesses an identifier learns nothing").isEqualTo(nobodys.body());
            assertThat(andon.get(where + "?atPosition=" + declared.headers().firstValue("Andon-Position").orElseThrow(),
                    "Authorization", monitor).body()).contains("There is no finding").doesNotContain("recorded at");
        }
    }

    private String reporter(AndonProcess andon, String name, String admin) throws Exception {
        String created = andon.post("/api/v1/api-keys", JSON, """
                {"name": "%s", "roles": ["REPORTER"]}""".formatted(name), "Authorization", admin).body();
        String key = "Bearer " + json.readTree(created).get("key").stringValue();
        await().until(() -> andon.get("/api/v1/incidents", "Authorization", key).statusCode() == 200);
        return key;
    }

    @Test
    void anOpenServerDoesNotStartWhereOthersCouldReachItAndSaysWhatToSet() {
        assertThatThrownBy(() -> AndonProcess.start(StandaloneApplication.class, directory, "--server.address=0.0.0.0")
                .close())
                .hasMessageContaining("asks nobody who they are")
                .hasMessageContaining("andon.security.required=true")
                .hasMessageNotContaining("\tat ");
    }
}
