package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to be refused, over HTTP; nothing of it is ever recorded. */
class RefusalsOverHttpTest {

    private static final int TOO_MANY_BYTES = 256 * 1024 + 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private int recordedBefore;

    @BeforeAll
    static void start() throws Exception {
        server = CommandServer.on(directory);
        assertThat(send(post("/api/v1/incidents", CommandEndpointTest.DECLARATION)).statusCode()).isEqualTo(201);
        assertThat(send(post("/api/v1/incidents/INC-1/resolution", "{\"summary\": \"s\"}")).statusCode())
                .isEqualTo(200);
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
    void nothingWasRecorded() {
        assertThat(server.events()).hasSize(recordedBefore);
    }

    @Test
    void aBadFieldIsPointedAt() throws Exception {
        var answer = send(post("/api/v1/incidents", "{\"title\": \"\"}"));

        assertProblem(answer, 400, "validation", "/api/v1/incidents");
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].pointer"))
                .containsExactlyInAnyOrder("/title", "/severity", "/services", "/detection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"title\": 1, \"title\": 2}", "nonsense"})
    void whatIsNotAnObjectIsMalformed(String body) throws Exception {
        assertProblem(send(post("/api/v1/incidents", body)), 400, "malformed-json", "/api/v1/incidents");
    }

    @Test
    void deepNestingAndHugeNumbersAreRefused() throws Exception {
        String deep = "{\"title\": " + "[".repeat(100_000);
        assertProblem(send(post("/api/v1/incidents", deep)), 400, "malformed-json", "/api/v1/incidents");
        String nested = "{\"title\": %s1%s}".formatted("[".repeat(30), "]".repeat(30));
        assertProblem(send(post("/api/v1/incidents", nested)), 400, "validation", "/api/v1/incidents");
        String full = "{\"title\": [%s1]}".formatted("1,".repeat(10_000));
        assertProblem(send(post("/api/v1/incidents", full)), 400, "malformed-json", "/api/v1/incidents");
        String huge = "{\"name\": \"n\", \"availabilityObjective\": 1e400}";
        assertProblem(send(post("/api/v1/services", huge)), 400, "validation", "/api/v1/services");
    }

    @Test
    void whatIsNotUtf8IsMalformed() throws Exception {
        byte[] latin = "{\"title\": \"für\"}".getBytes(StandardCharsets.ISO_8859_1);
        var request = request("/api/v1/incidents", "application/json").POST(BodyPublishers.ofByteArray(latin)).build();
        assertProblem(send(request), 400, "malformed-json", "/api/v1/incidents");
    }

    @Test
    void halfACharacterIsRefusedWhereverItStands() throws Exception {
        String name = "{\"\\ud83d\": 1}";
        assertProblem(send(post("/api/v1/incidents", name)), 400, "malformed-json", "/api/v1/incidents");
        String value = "{\"name\": \"\\ud83d\"}";
        assertProblem(send(post("/api/v1/services", value)), 400, "validation", "/api/v1/services");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents/INC-99/findings, incident-not-found",
        "/api/v1/incidents/INC-1/entries/99/retraction, entry-not-found",
        "/api/v1/incidents/INC-1/findings/F-0000/assessments, finding-not-found",
        "/api/v1/incidents/INC-1/rollbacks/RB-0000/outcome, rollback-not-found",
        "/api/v1/action-items/ACT-9/votes, action-item-not-found",
        "/api/v1/problems/PRB-9/incidents, problem-not-found",
        "/api/v1/nothing, not-found",
        "/api/v1, not-found",
        "/nothing, not-found",
        "/api/v1/incidents/INC-1, not-found"
    })
    void whatIsNotThereIsNotFound(String path, String type) throws Exception {
        Map<String, String> bodies = Map.of(
                "incident-not-found", "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}",
                "entry-not-found", "{\"reason\": \"r\"}",
                "finding-not-found", "{\"verdict\": \"RULED_OUT\", \"reason\": \"r\"}",
                "rollback-not-found", "{\"outcome\": \"EFFECTIVE\"}",
                "action-item-not-found", "{\"score\": 3}",
                "problem-not-found", "{\"incidentId\": \"INC-1\"}",
                "not-found", "{}");
        assertProblem(send(post(path, bodies.getOrDefault(type, ""))), 404, type, path);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/incidents", "PUT, /api/v1/incidents", "DELETE, /api/v1/incidents/INC-1/findings",
        "PATCH, /api/v1/incidents/INC-1/severity", "GET, /api/v1/imports"
    })
    void aCommandPathTakesPostOnly(String method, String path) throws Exception {
        var answer = send(request(path, "application/json").method(method, BodyPublishers.noBody()).build());

        assertProblem(answer, 405, "method-not-allowed", path);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/api/v1/incidents | GET,HEAD,OPTIONS,POST", "/api/v1/imports | OPTIONS,POST",
        "/api/v1/incidents/INC-1/severity | OPTIONS,POST"})
    void whoAsksWhichMethodsThereAreIsTold(String path, String allowed) throws Exception {
        var options = send(request(path, "application/json").method("OPTIONS", BodyPublishers.noBody()).build());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).hasValue(allowed);

        var head = send(request(path, "application/json").method("HEAD", BodyPublishers.noBody()).build());
        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).hasValue("POST");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents, text/html", "/api/v1/incidents, application/x-ndjson", "/api/v1/imports, application/json",
        "/api/v1/incidents, application/json;q=0", "/api/v1/incidents, json"
    })
    void whoCannotReadTheAnswerIsToldBeforeAnythingHappens(String path, String accept) throws Exception {
        var request = request(path, path.endsWith("imports") ? "application/x-ndjson" : "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(CommandEndpointTest.DECLARATION))
                .build();
        assertProblem(send(request), 406, "not-acceptable", path);
    }

    @Test
    void aRuleSaysNoWithTheStateThatIsInTheWay() throws Exception {
        String path = "/api/v1/incidents/INC-1/resolution";

        var answer = send(post(path, "{\"summary\": \"again\"}"));

        assertProblem(answer, 409, "incident-already-resolved", path);
        assertThat(JsonPath.<Map<String, String>>read(answer.body(), "$.state"))
                .containsEntry("incidentId", "INC-1")
                .containsEntry("status", "RESOLVED");
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).contains("reopen it if it was not over");
        assertThat(answer.body()).as("a member that is there twice is read as either")
                .containsOnlyOnce("\"status\":409");
    }

    @Test
    void aBodyOfMoreThan256KiBIsTooLarge() throws Exception {
        byte[] large = new byte[TOO_MANY_BYTES];
        var declared = request("/api/v1/incidents", "application/json").POST(BodyPublishers.ofByteArray(large)).build();
        assertProblem(send(declared), 413, "content-too-large", "/api/v1/incidents");
        var chunked = request("/api/v1/incidents", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build();
        assertProblem(send(chunked), 413, "content-too-large", "/api/v1/incidents");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "json", "a/b/c",
        "multipart/form-data;boundary=x"})
    void onlyJsonIsTaken(String contentType) throws Exception {
        var request = request("/api/v1/incidents", contentType).POST(BodyPublishers.ofString("{}")).build();
        assertProblem(send(request), 415, "unsupported-media-type", "/api/v1/incidents");
    }

    @Test
    void anImportIsNewlineDelimitedJson() throws Exception {
        var request = request("/api/v1/imports", "application/json").POST(BodyPublishers.ofString("{}")).build();
        assertProblem(send(request), 415, "unsupported-media-type", "/api/v1/imports");
    }

    @ParameterizedTest
    @CsvSource({"Idempotency-Key, ''", "Andon-On-Behalf-Of, ' '"})
    void aBadHeaderIsNamed(String name, String value) throws Exception {
        var request = request("/api/v1/incidents", "application/json").header(name, value)
                .POST(BodyPublishers.ofString(CommandEndpointTest.DECLARATION))
                .build();
        var answer = send(request);
        assertProblem(answer, 400, "validation", "/api/v1/incidents");
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].pointer")).isEqualTo("header: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents/%zz/severity", "/api/v1/incidents/%", "/api/v1/incidents/%C3/severity"})
    void aPathThatIsBadlyEncodedIsTheCallersMistake(String path) throws IOException {
        URI address = URI.create(server.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                            .formatted(path)
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }

    private static HttpRequest post(String path, String body) {
        return request(path, "application/json").POST(BodyPublishers.ofString(body)).build();
    }

    private static HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", contentType);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type, String instance) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("/problems/" + type);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
        assertThat(JsonPath.<String>read(answer.body(), "$.title")).isNotBlank();
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isNotBlank();
        assertThat(JsonPath.<String>read(answer.body(), "$.instance")).isEqualTo(instance);
        assertThat(answer.body()).doesNotContain("Exception", "java.", "dev.andon", "\tat ");
    }
}
