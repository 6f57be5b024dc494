package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.andon.access.AccessTable;
import dev.andon.command.CommandServer;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Commands of bots, on a server that asks who they are. */
@ExtendWith(OutputCaptureExtension.class)
class AccessOverHttpTest {

    private static final String[] SECURED = {"--andon.security.required=true"};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private String admin = "";

    /** While the server is open, whoever is on this machine may create the first key. */
    @BeforeEach
    void createTheFirstKey() {
        try (var open = CommandServer.on(directory)) {
            admin = keyIn(post(open, "", "/api-keys", "{\"name\": \"root\", \"roles\": [\"ADMIN\"]}"));
        }
    }

    @Test
    void everyPathThatCanBePostedToIsInTheTable() {
        assertThat(AccessTable.ROWS)
                .filteredOn(row -> row.method().name().equals("POST"))
                .extracting(row -> row.path().getPatternString())
                .containsAll(Stream.concat(
                        Stream.of(CommandRoutes.BASE_PATH + Import.PATH),
                        CommandRoutes.ALL.stream()
                                .map(route -> CommandRoutes.BASE_PATH + route.path().getPatternString()))
                        .toList());
    }

    @Test
    void aPortOfItsOwnForManagementTakesNoCommands() {
        try (var server = CommandServer.on(directory, "--management.server.port=0",
                "--management.server.address=127.0.0.1")) {
            server.managementClient().post().uri("/api/v1/incidents").contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(CommandEndpointTest.DECLARATION).exchange()
                    .expectStatus().isNotFound();

            assertThat(post(server, "", "/incidents", CommandEndpointTest.DECLARATION).getStatus().value())
                    .isEqualTo(201);
        }
    }

    @Test
    void aKeyDoesWhatItsRolesMayUntilItIsRevoked() {
        try (var server = CommandServer.on(directory, SECURED)) {
            assertThat(post(server, "", "/incidents", CommandEndpointTest.DECLARATION).getStatus().value())
                    .isEqualTo(401);
            var created = post(server, admin, "/api-keys", """
                    {"name": "slack-bot", "roles": ["REPORTER"]}""");
            String bot = keyIn(created);
            await().until(
                    () -> post(server, bot, "/incidents", CommandEndpointTest.DECLARATION).getStatus().value() == 201);

            assertThat(post(server, bot, "/incidents/INC-1/severity", "{\"severity\": \"SEV1\"}").getStatus().value())
                    .isEqualTo(403);
            assertThat(refusal(server, bot, "/incidents/INC-99/severity").replace("INC-99", "INC-1"))
                    .isEqualTo(refusal(server, bot, "/incidents/INC-1/severity"));
            assertThat(post(server, bot, "/imports", "").getStatus().value()).isEqualTo(403);
            assertThat(post(server, bot, "/api-keys", "{}").getStatus().value()).isEqualTo(403);
            EventData declared = server.events().getLast().data();
            assertThat(declared.metadata())
                    .containsEntry(EventMetadata.ACTOR, "slack-bot")
                    .containsEntry(EventMetadata.CALLER,
                            "key:" + JsonPath.read(created.getResponseBody(), "$.apiKeyId"));

            post(server, admin, "/api-keys/" + JsonPath.read(created.getResponseBody(), "$.apiKeyId") + "/revocation",
                    "");
            await().until(
                    () -> post(server, bot, "/incidents", CommandEndpointTest.DECLARATION).getStatus().value() == 401);
        }
    }

    @Test
    void aKeyIsShownOnceAndIsNowhereElse(CapturedOutput output) {
        try (var server = CommandServer.on(
                directory, SECURED[0], "--logging.level.dev.andon=trace",
                "--logging.level.org.springframework.security=trace", "--logging.level.org.axonframework=debug")) {
            String body = "{\"name\": \"bot\", \"roles\": [\"ADMIN\"]}";
            var first = server.client().post().uri("/api-keys").headers(headers -> headers.setBearerAuth(admin))
                    .header("Idempotency-Key", "once").contentType(MediaType.APPLICATION_JSON).bodyValue(body)
                    .exchange().expectStatus().isCreated().expectHeader().valueEquals("Cache-Control", "no-store")
                    .expectBody(String.class).returnResult();
            String key = keyIn(first);
            await().until(() -> post(server, key, "/services", "{\"name\": \"s\"}").getStatus().value() == 201);

            server.client().post().uri("/api-keys").headers(headers -> headers.setBearerAuth(admin))
                    .header("Idempotency-Key", "once").contentType(MediaType.APPLICATION_JSON).bodyValue(body)
                    .exchange().expectStatus().isCreated()
                    .expectBody().jsonPath("$.apiKeyId")
                    .isEqualTo(JsonPath.<String>read(first.getResponseBody(), "$.apiKeyId"))
                    .jsonPath("$.key").doesNotExist();
            String secret = key.substring(key.lastIndexOf('_') + 1);
            assertThat(server.events()).map(AccessOverHttpTest::everythingIn)
                    .noneMatch(recorded -> recorded.contains(secret));
            assertThat(output).contains("SimpleCommandBus");
            assertThat(output.getAll().lines().filter(line -> line.contains(secret)))
                    .as("lines that give the key away")
                    .isEmpty();
        }
    }

    @Test
    void aKeyThatIsOnlyTriedOutIsNeitherShownNorMade() {
        try (var server = CommandServer.on(directory, SECURED)) {
            int before = server.events().size();

            var rehearsed = post(server, admin, "/api-keys?dryRun=true", "{\"name\": \"bot\", \"roles\": [\"ADMIN\"]}");

            assertThat(rehearsed.getStatus().value()).isEqualTo(200);
            assertThat(rehearsed.getResponseBody()).contains("ApiKeyCreated").doesNotContain("\"key\"", "andon_");
            assertThat(server.events()).hasSize(before);
        }
    }

    @Test
    void whoMayNotLearnsNothingByTryingOutOrByNamingAVersionOrAKey() {
        try (var server = CommandServer.on(directory, SECURED)) {
            post(server, admin, "/incidents", CommandEndpointTest.DECLARATION);
            String reporter = keyIn(post(server, admin, "/api-keys", """
                    {"name": "reporter", "roles": ["REPORTER"]}"""));
            await().until(() -> post(server, reporter, "/panic", "{}").getStatus().value() == 400);

            for (String incident : List.of("INC-1", "INC-99")) {
                var refused = server.client().post().uri("/incidents/" + incident + "/severity?dryRun=true")
                        .headers(headers -> headers.setBearerAuth(reporter))
                        .header("If-Match", "\"1\"").header("Idempotency-Key", "guessed")
                        .contentType(MediaType.APPLICATION_JSON).bodyValue("{\"no\": \"such field\"}")
                        .exchange().expectStatus().isForbidden().expectHeader().doesNotExist("ETag")
                        .expectBody(String.class).returnResult().getResponseBody();
                assertThat(String.valueOf(refused).replace(incident, "INC-1"))
                        .isEqualTo(refusal(server, reporter, "/incidents/INC-1/severity"));
            }
        }
    }

    @Test
    void aBotThatActsForSomebodyIsRecordedWithThem() {
        try (var server = CommandServer.on(directory, SECURED)) {
            server.client().post().uri("/incidents").headers(headers -> headers.setBearerAuth(admin))
                    .header("Andon-On-Behalf-Of", "alice").contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(CommandEndpointTest.DECLARATION).exchange().expectStatus().isCreated();

            assertThat(server.events().getLast().data().metadata()).containsAllEntriesOf(
                    Map.of(EventMetadata.ACTOR, "alice", EventMetadata.ACTOR_VIA, "root"));
        }
    }

    @Test
    void anAnonymousNoteIsNotTracedToAKey() {
        try (var server = CommandServer.on(directory, SECURED)) {
            post(server, admin, "/incidents", CommandEndpointTest.DECLARATION);
            var noted = post(server, admin, "/incidents/INC-1/retrospective/notes", """
                    {"kind": "FEELING", "text": "I was afraid", "anonymous": true}""");

            assertThat(noted.getStatus().value()).isEqualTo(200);
            assertThat(everythingIn(server.events().getLast())).doesNotContain("root", "KEY-");
        }
    }

    @Test
    void aSecretCannotBeChosen() {
        try (var server = CommandServer.on(directory, SECURED)) {
            var answer = post(server, admin, "/api-keys", """
                    {"name": "bot", "roles": ["ADMIN"], "secret": {"sha256": "00", "lastCharacters": "0000"}}""");

            assertThat(answer.getStatus().value()).isEqualTo(400);
            assertThat(JsonPath.<String>read(answer.getResponseBody(), "$.errors[0].pointer")).isEqualTo("/secret");
        }
    }

    private static EntityExchangeResult<String> post(CommandServer server, String key, String path, String body) {
        return server.client().post().uri(path)
                .headers(headers -> {
                    if (!key.isEmpty()) {
                        headers.setBearerAuth(key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static String refusal(CommandServer server, String key, String path) {
        return String.valueOf(post(server, key, path, "{\"severity\": \"SEV1\"}").getResponseBody());
    }

    private static String keyIn(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isEqualTo(201);
        return JsonPath.read(answer.getResponseBody(), "$.key");
    }

    private static String everythingIn(RecordedEvent event) {
        EventData data = event.data();
        return new String(data.payload(), StandardCharsets.UTF_8) + data.metadata() + data.tags();
    }
}
