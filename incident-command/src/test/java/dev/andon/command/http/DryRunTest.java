package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import dev.andon.command.http.Posting.Reply;
import dev.andon.eventstore.EventData;
import dev.andon.kernel.json.AndonJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dry run answers what would happen, and nothing does. */
class DryRunTest {

    private static final String DECLARATION = CommandEndpointTest.DECLARATION.replace(
            "\"severity\"", "\"occurredAt\": \"2026-01-05T08:00:00Z\", \"severity\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    private int recordedBefore;

    @BeforeAll
    static void start() throws IOException {
        server = CommandServer.on(directory);
        post("/incidents", DECLARATION, "Idempotency-Key", "used");
        post("/incidents/INC-1/resolution", "{\"summary\": \"over\"}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void count() {
        recordedBefore = server.events().size();
    }

    @AfterEach
    void onlyWhatWasMeantToBeRecordedIs(TestInfo test) {
        int meant = test.getTags().contains("records") ? 1 : 0;
        assertThat(server.events()).hasSize(recordedBefore + meant);
    }

    @Test
    @Tag("records")
    void whatItShowsIsWhatIsThenRecorded() throws IOException {
        Reply dry = post("/incidents?dryRun=true", DECLARATION);
        Reply real = post("/incidents?dryRun=false", DECLARATION);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.<Integer>at("$.status")).isEqualTo(real.status()).isEqualTo(201);
        assertThat(dry.<Map<String, String>>at("$.body")).isEqualTo(real.at("$"));
        assertThat(dry.<List<String>>at("$.provisional")).containsExactly("incidentId");
        EventData recorded = server.events().getLast().data();
        assertThat(dry.<List<?>>at("$.events")).hasSize(1);
        assertThat(dry.<String>at("$.events[0].type")).isEqualTo(recorded.type());
        assertThat(dry.<String>at("$.events[0].version")).isEqualTo(recorded.version());
        assertThat(dry.<String>at("$.events[0].occurredAt")).isEqualTo(recorded.occurredAt().toString());
        assertThat(AndonJson.mapper().readTree(dry.body()).at("/events/0/payload"))
                .isEqualTo(AndonJson.mapper().readTree(recorded.payload()));
        assertThat(List.of(dry.position(), dry.etag(), dry.location()))
                .as("a caller could take them for those of a command that was recorded")
                .containsOnly("");
    }

    @Test
    void whatIsCreatedInsideAnIncidentHasAnIdentifierThatIsProvisional() throws IOException {
        Reply dry = post("/incidents/INC-1/findings?dryRun=true", "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}");

        assertThat(dry.<List<String>>at("$.provisional")).containsExactly("findingId");
        assertThat(dry.<String>at("$.body.findingId")).matches("F-.{4}");
    }

    @Test
    void whatCreatesNothingHasNothingProvisional() throws IOException {
        Reply dry = post("/incidents/INC-1/reopening?dryRun=true", "{\"reason\": \"r\"}");

        assertThat(dry.<Integer>at("$.status")).isEqualTo(200);
        assertThat(dry.body()).doesNotContain("provisional");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            /incidents/INC-1/resolution   | {"summary": "s"}                       | 409
            /incidents/INC-99/mitigated   |                                        | 404
            /incidents                    | {"title": ""}                          | 400
            /incidents/INC-1/findings     | {"kind": "EVIDENCE", "text": "t"}      | 400
            /incidents/INC-1/entries/99/retraction | {"reason": "r"}               | 404
            """)
    void aRefusalIsTheOneThatTheCommandWouldGet(String path, String body, int status) throws IOException {
        String sent = body == null ? "" : body;
        Reply dry = post(path + "?dryRun=true", sent);

        assertThat(dry).isEqualTo(post(path, sent));
        assertThat(dry.status()).isEqualTo(status);
    }

    @Test
    void aVersionThatIsPastIsSaidToBe() throws IOException {
        assertThat(post("/incidents/INC-1/reopening?dryRun=true", "{\"reason\": \"r\"}", "If-Match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    @Tag("records")
    void aKeyIsStillFreeAfterwards() throws IOException {
        post("/services?dryRun=true", "{\"name\": \"a\"}", "Idempotency-Key", "free");

        assertThat(post("/services", "{\"name\": \"b\"}", "Idempotency-Key", "free").status()).isEqualTo(201);
    }

    @Test
    void underAKeyThatWasUsedNothingWouldBeRecorded() throws IOException {
        Reply dry = post("/incidents?dryRun=true", DECLARATION, "Idempotency-Key", "used");

        assertThat(dry.<String>at("$.body.incidentId")).isEqualTo("INC-1");
        assertThat(dry.<List<?>>at("$.events")).isEmpty();
        assertThat(post("/services?dryRun=true", "{\"name\": \"a\"}", "Idempotency-Key", "used").status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun=true", "dry-run=true", "dryRun=yes", "dryRun", "dryRun=",
        "dryRun=true&dryRun=false",
        "dryRun=true&x=1", "pretty=true"})
    void aMisspelledParameterIsRefusedAndNotPassedOver(String query) throws IOException {
        Reply reply = post("/services?" + query, "{\"name\": \"a\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(JsonPath.<String>read(reply.body(), "$.errors[0].pointer")).startsWith("query: ");
    }

    @Test
    void anImportHasNoDryRunAndSaysWhy() throws IOException {
        var answer = server.client().post().uri("/imports?dryRun=true")
                .header("Content-Type", "application/x-ndjson")
                .bodyValue("{\"post\": \"/services\", \"body\": {\"name\": \"a\"}}")
                .exchange().expectBody(String.class).returnResult();

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(answer.getResponseBody()).contains("builds on what the lines before it recorded");
    }

    private static Reply post(String path, String body, String... headers) throws IOException {
        return Posting.to(server.address(), path, body, headers);
    }
}
