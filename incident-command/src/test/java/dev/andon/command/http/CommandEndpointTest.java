package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What accepted commands are answered with, over HTTP. */
class CommandEndpointTest {

    static final String DECLARATION = """
            {"title": "Checkout is down", "severity": "SEV2", "services": ["checkout"], "detection": {"source": "ALERT"}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    @SuppressWarnings("NullAway.Init")
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory);
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void declaringAnswersWhereTheIncidentIsAndHowFarTheLogGoes() {
        var answer = post("/incidents", DECLARATION);

        String incident = JsonPath.read(answer.getResponseBody(), "$.incidentId");
        long head = Objects.requireNonNull(server.store().head().block()).position();
        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/api/v1/incidents/" + incident);
        assertThat(answer.getResponseHeaders().getFirst("Andon-Position")).isEqualTo(Long.toString(head));
        assertThat(answer.getResponseHeaders().getETag()).isEqualTo("\"" + head + "\"");
        assertThat(answer.getResponseBody()).isEqualTo("{\"incidentId\":\"%s\"}".formatted(incident));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            findings          | F-.{4}  | findingId    | {"kind": "OBSERVATION", "text": "t"}
            rollbacks         | RB-.{4} | rollbackId   | {"reason": "r", "change": {"service": "s", "version": "v", "description": "d"}}
            five-whys/answers | W-.{4}  | answerId     | {"question": "Why?", "answer": "Because."}
            """, quoteCharacter = '\u0001')
    void whatIsCreatedInsideAnIncidentIsFoundUnderIt(String path, String shape, String name, String body) {
        String incident = declared();

        var answer = post("/incidents/" + incident + "/" + path, body);

        String id = JsonPath.read(answer.getResponseBody(), "$." + name);
        assertThat(id).matches(shape);
        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(answer.getResponseHeaders().getLocation())
                .hasToString("/api/v1/incidents/%s/%s/%s".formatted(incident, path, id));
        assertThat(JsonPath.<String>read(answer.getResponseBody(), "$.incidentId")).isEqualTo(incident);
        assertThat(answer.getResponseHeaders().getETag()).isNotNull();
    }

    @Test
    void anActionItemIsFoundOutsideOfItsIncident() {
        var answer = post("/incidents/" + declared() + "/action-items", "{\"title\": \"t\", \"kind\": \"PREVENT\"}");

        String id = JsonPath.read(answer.getResponseBody(), "$.actionItemId");
        assertThat(id).matches("ACT-[0-9]+");
        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/api/v1/action-items/" + id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            problems | PRB-[0-9]+       | $.problemId | {"title": "Leaking connections"}
            changes  | CHG-[0-9]+       | $.changeId  | {"service": "s", "version": "v", "description": "d", "deployedAt": "2026-01-01T00:00:00Z"}
            services | checkout         | $.name      | {"name": "checkout"}
            services | a%20b%2Fc%3F%C3%BC | $.name  | {"name": "a b/c?ü"}
            """, quoteCharacter = '\u0001')
    void whatStandsOutsideOfIncidentsHasNoVersion(String path, String segment, String name, String body) {
        var answer = post("/" + path, body);

        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(String.valueOf(answer.getResponseHeaders().getLocation()))
                .matches("/api/v1/" + path + "/" + segment);
        assertThat(JsonPath.<String>read(answer.getResponseBody(), name)).isNotEmpty();
        assertThat(answer.getResponseHeaders().getETag()).isNull();
    }

    @Test
    void everyOtherCommandIsAnsweredWith200() {
        String incident = "/incidents/" + declared();
        String finding = id(post(incident + "/findings", "{\"kind\": \"HYPOTHESIS\", \"text\": \"t\"}"), "findingId");
        String entry = Objects
                .requireNonNull(post(incident + "/findings", "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}")
                        .getResponseHeaders().getFirst("Andon-Position"));
        String rollback = id(post(incident + "/rollbacks",
                "{\"reason\": \"r\", \"change\": {\"service\": \"other\", \"version\": \"v\", \"description\": \"d\"}}"),
                "rollbackId");
        String item = "/action-items/"
                + id(post(incident + "/action-items", "{\"title\": \"t\", \"kind\": \"PREVENT\"}"), "actionItemId");
        String other = "/action-items/"
                + id(post(incident + "/action-items", "{\"title\": \"t\", \"kind\": \"PREVENT\"}"), "actionItemId");
        String problem = "/problems/" + id(post("/problems", "{\"title\": \"t\"}"), "problemId");

        isOk(incident + "/severity", "{\"severity\": \"SEV1\"}");
        isOk(incident + "/roles", "{\"role\": \"SCRIBE\", \"assignee\": \"alice\"}");
        isOk(incident + "/findings/" + finding + "/assessments", "{\"verdict\": \"RULED_OUT\", \"reason\": \"r\"}");
        isOk(incident + "/entries/" + entry + "/corrections", "{\"reason\": \"r\", \"text\": \"better\"}");
        isOk(incident + "/entries/" + entry + "/retraction", "{\"reason\": \"r\"}");
        isOk(incident + "/impacts", "{\"services\": [\"checkout\"], \"from\": \"2026-01-01T00:00:00Z\"}");
        isOk(incident + "/rollbacks/" + rollback + "/outcome", "{\"outcome\": \"EFFECTIVE\"}");
        isOk(incident + "/rollbacks/" + rollback + "/reapplication", "{\"reason\": \"cleared\"}");
        isOk(incident + "/mitigations", "{\"description\": \"d\", \"effect\": \"PARTIAL\"}");
        isOk(incident + "/updates", "{\"audience\": \"customers\", \"message\": \"m\"}");
        isOk(incident + "/mitigated", "");
        isOk(incident + "/resolution", "{\"summary\": \"s\"}");
        isOk(incident + "/reopening", "{\"reason\": \"r\"}");
        isOk(incident + "/five-whys/owner", "{\"owner\": \"alice\"}");
        isOk(incident + "/five-whys/root-causes", "{\"statement\": \"s\", \"category\": \"CODE\"}");
        isOk(incident + "/five-whys/completion", "{}");
        isOk(incident + "/retrospective/notes", "{\"kind\": \"GOT_LUCKY\", \"text\": \"t\"}");
        isOk(item + "/votes", "{\"score\": 5}");
        isOk(item + "/assignment", "{\"owner\": \"alice\"}");
        isOk(item + "/completion", "");
        isOk(other + "/cancellation", "{\"reason\": \"r\"}");
        isOk(problem + "/incidents", "{\"incidentId\": \"%s\"}".formatted(incident.substring("/incidents/".length())));
    }

    @Test
    void whatWasLinkedByMistakeIsUndoneAndCanBeLinkedAgain() {
        String incidentId = declared();
        String link = "{\"incidentId\": \"%s\"}".formatted(incidentId);
        String problem = "/problems/" + id(post("/problems", "{\"title\": \"t\"}"), "problemId");
        post(problem + "/fix", "{\"description\": \"d\"}");

        long recurred = positionOf(post(problem + "/incidents", link));
        isOk("/incidents/" + incidentId + "/entries/" + (recurred - 1) + "/retraction", "{\"reason\": \"r\"}");
        var verified = post(problem + "/verification", "{\"evidence\": \"The fix was never refuted\"}");
        var again = post(problem + "/incidents", link);

        assertThat(verified.getStatus().value()).isEqualTo(200);
        assertThat(JsonPath.<String>read(again.getResponseBody(), "$.problemStatus")).isEqualTo("RECURRED");
    }

    @Test
    void aRootCauseThatWasStruckOutDoesNotCompleteTheFiveWhys() {
        String incident = "/incidents/" + declared();
        isOk(incident + "/five-whys/owner", "{\"owner\": \"alice\"}");
        long cause = positionOf(
                post(incident + "/five-whys/root-causes", "{\"statement\": \"s\", \"category\": \"CODE\"}"));
        isOk(incident + "/entries/" + cause + "/retraction", "{\"reason\": \"r\"}");

        var refused = post(incident + "/five-whys/completion", "{}");

        assertThat(refused.getStatus().value()).isEqualTo(409);
        assertThat(JsonPath.<String>read(refused.getResponseBody(), "$.type"))
                .isEqualTo("/problems/five-whys-without-root-cause");
    }

    private static long positionOf(EntityExchangeResult<String> answer) {
        return Long.parseLong(Objects.requireNonNull(answer.getResponseHeaders().getFirst("Andon-Position")));
    }

    @Test
    void whoAskedAndAsPartOfWhatIsKeptWithTheEvent() {
        client.post()
                .uri("/incidents")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Andon-On-Behalf-Of", "alice")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .bodyValue(DECLARATION.replace("}}", "}, \"occurredAt\": \"2026-01-01T10:00:00+02:00\"}"))
                .exchange()
                .expectStatus()
                .isCreated();

        var event = server.events().getLast().data();
        assertThat(event.metadata())
                .containsEntry("actor", "alice")
                .containsEntry("actorVia", "local")
                .containsEntry("channel", "API")
                .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                .containsEntry("offset.occurredAt", "+02:00");
        assertThat(event.occurredAt()).isEqualTo("2026-01-01T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/*", "*/*", "'text/html, application/json;q=0.1'",
        "'application/problem+json, application/json'"})
    void theAnswerIsJsonForWhoeverTakesIt(String accept) {
        client.post()
                .uri("/incidents")
                .header(HttpHeaders.ACCEPT, accept)
                .contentType(MediaType.valueOf("application/json;charset=utf-8"))
                .bodyValue(DECLARATION)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void isOk(String path, String body) {
        var answer = post(path, body);
        assertThat(answer.getStatus().value()).as(path + ": " + answer.getResponseBody()).isEqualTo(200);
        assertThat(answer.getResponseHeaders().getLocation()).isNull();
        assertThat(answer.getResponseHeaders().getFirst("Andon-Position")).isNotNull();
        assertThat(answer.getResponseHeaders().getETag()).isNotNull();
        assertThat(JsonPath.<String>read(answer.getResponseBody(), "$.incidentId")).startsWith("INC-");
    }

    private static String declared() {
        return id(post("/incidents", DECLARATION), "incidentId");
    }

    private static String id(EntityExchangeResult<String> answer, String name) {
        return JsonPath.read(answer.getResponseBody(), "$." + name);
    }

    private static EntityExchangeResult<String> post(String path, String body) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    @Test
    void theSameBodyInAnotherOrderIsTheSameCommand() {
        String key = "order-of-fields";
        var first = postUnder(key, "{\"name\": \"a\", \"owner\": \"b\"}");

        var again = postUnder(key, "{ \"owner\": \"b\", \"name\": \"a\" }");

        assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(again.getResponseHeaders().getFirst("Andon-Position"))
                .isEqualTo(first.getResponseHeaders().getFirst("Andon-Position"));
    }

    @Test
    void anAnonymousNoteKeepsNothingThatLeadsToItsAuthor() {
        client.post()
                .uri("/incidents/" + declared() + "/retrospective/notes")
                .header("Andon-On-Behalf-Of", "alice")
                .header("Idempotency-Key", "anonymous-note")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"kind\": \"FEELING\", \"text\": \"Tired\", \"anonymous\": true}")
                .exchange()
                .expectStatus()
                .isOk();

        var metadata = server.events().getLast().data().metadata();
        assertThat(metadata).containsEntry("actor", "anonymous").doesNotContainKeys("actorVia", "traceId");
    }

    private EntityExchangeResult<String> postUnder(String key, String service) {
        return client.post()
                .uri("/services")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(service)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
