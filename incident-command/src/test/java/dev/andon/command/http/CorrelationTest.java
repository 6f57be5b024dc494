package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one request led to is found by one identifier, and whoever got the answer has it. */
class CorrelationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    @BeforeAll
    static void start() throws IOException {
        server = CommandServer.on(directory);
        post("/incidents", CommandEndpointTest.DECLARATION);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-%s-00f067aa0ba902b7-01", "00-%s-00f067aa0ba902b7-ff", "cc-%s-00f067aa0ba902b7-01",
        "cc-%s-00f067aa0ba902b7-01-what-the-future-will-bring"})
    void theCallersTraceIsWhatEverythingIsFoundBy(String traceparent) throws IOException {
        var answer = post("/services", "{\"name\": \"a\"}", "traceparent", traceparent.formatted(TRACE));

        assertThat(Posting.header(answer, "Andon-Correlation-Id")).isEqualTo(TRACE);
        assertThat(kept()).containsEntry("correlationId", TRACE).containsEntry("traceId", TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"})
    void whatIsNoTraceStartsANewOneAndIsNoReasonToRefuse(String traceparent) throws IOException {
        var answer = post("/services", "{\"name\": \"a\"}", "traceparent", traceparent);

        assertThat(answer.statusCode()).isEqualTo(201);
        String correlation = Posting.header(answer, "Andon-Correlation-Id");
        assertThat(correlation).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(kept()).containsEntry("correlationId", correlation).doesNotContainKey("traceId");
    }

    @Test
    void eachCommandIsACauseOfItsOwn() throws IOException {
        String traceparent = "00-%s-00f067aa0ba902b7-01".formatted(TRACE);
        List<String> causes = List.of("a", "b").stream().map(name -> {
            try {
                post("/services", "{\"name\": \"%s\"}".formatted(name), "traceparent", traceparent);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            return kept().getOrDefault("causationId", "");
        }).toList();

        assertThat(causes).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void allLinesOfAnImportAreFoundTogether() throws IOException {
        server.client().post().uri("/imports")
                .header("Content-Type", "application/x-ndjson")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                .bodyValue("{\"post\": \"/services\", \"body\": {\"name\": \"a\"}}\n".repeat(2))
                .exchange()
                .expectHeader().valueEquals("Andon-Correlation-Id", TRACE)
                .expectBody();

        var events = server.events().reversed().subList(0, 2);
        assertThat(events).extracting(event -> event.data().metadata().get("correlationId")).containsOnly(TRACE);
        assertThat(events).extracting(event -> event.data().metadata().get("causationId")).doesNotHaveDuplicates();
    }

    @Test
    void nothingThatLeadsToTheAuthorIsKeptWithAnAnonymousNote() throws IOException {
        String note = "{\"kind\": \"FEELING\", \"text\": \"Tired\", \"anonymous\": true}";
        var answer = post("/incidents/INC-1/retrospective/notes", note, "traceparent",
                "00-%s-00f067aa0ba902b7-01".formatted(TRACE), "Idempotency-Key", "k");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(kept()).containsEntry("actor", "anonymous")
                .doesNotContainKeys("actorVia", "traceId", "correlationId", "causationId");
        assertThat(kept().values()).noneMatch(value -> value.contains(TRACE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            /incidents             | {"title": ""} | 400
            /incidents             | {             | 400
            /nothing               | {}            | 404
            /incidents/INC-99/mitigated | {}       | 404
            /incidents/INC-1/reopening  | {"reason": "r"} | 409
            """)
    void aProblemHasItToo(String path, String body, int status) throws IOException {
        var answer = post(path, body, "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
        assertThat(Posting.header(answer, "Andon-Correlation-Id")).isEqualTo(TRACE);
    }

    private static Map<String, String> kept() {
        return server.events().getLast().data().metadata();
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws IOException {
        return Posting.send(server.address(), path, body, headers);
    }
}
