package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import dev.andon.eventstore.RecordedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ImportEndpointTest {

    private static final String DECLARATION = """
            {"as": "it", "post": "/incidents", "body": {"title": "t", "severity": "SEV2", "services": ["s"], \
            "detection": {"source": "ALERT"}, "occurredAt": "2026-01-01T08:00:00Z"}}
            """;
    private static final String FINDING = """
            {"post": "/incidents/$it/findings", "body": {"kind": "OBSERVATION", "text": "t"}}
            """;

    private static final Duration NO_ANSWER_AT_ALL = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    private int recordedBefore;

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void count() {
        recordedBefore = server.events().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab-2017-01-31.ndjson", "operationally-excellent-team.ndjson"})
    void everyLineOfASampleIsAccepted(String sample) throws IOException {
        String lines = sample(sample);

        List<String> answers = imported(lines);

        assertThat(answers).hasSize((int) lines.lines().count());
        assertThat(answers).allSatisfy(answer -> assertThat(status(answer)).as(answer).isIn(200, 201));
    }

    @Test
    void anImportThatIsRepeatedIsASecondIncidentUnlessItHasAKey() throws IOException {
        String lines = sample("gitlab-2017-01-31.ndjson");

        imported(lines);
        imported(lines);
        assertThat(incidents()).isEqualTo(2);

        List<String> first = imported(lines, "whole");
        assertThat(imported(lines, "whole")).isEqualTo(first);
        assertThat(incidents()).isEqualTo(3);
    }

    @Test
    void anImportThatStoppedHalfwayIsCompletedUnderItsKey() {
        List<String> half = imported(DECLARATION + FINDING, "half");

        List<String> whole = imported(DECLARATION + FINDING + FINDING, "half");

        assertThat(whole).startsWith(half.get(0), half.get(1)).hasSize(3);
        assertThat(recorded()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"post": "/incidents"                                       | 400 | malformed-json          | /api/v1/imports
            nonsense                                                    | 400 | malformed-json          | /api/v1/imports
            {"body": {}, "actor": "x", "as": "1", "pots": "/"}          | 400 | validation              | /api/v1/imports
            {"post": "/services", "body": []}                           | 400 | validation              | /api/v1/imports
            {"post": "/services", "actor": {"id": "a\\u0000"}}          | 400 | validation              | /api/v1/imports
            {"post": "/services", "body": {"name": ""}}                 | 400 | validation              | /api/v1/services
            {"post": "/services", "body": {"name": "$who"}}             | 400 | validation              | /api/v1/imports
            {"post": "/incidents/$who/mitigated"}                       | 400 | validation              | /api/v1/imports
            {"post": "/incidents/INC-99/mitigated"}                     | 404 | incident-not-found      | /api/v1/incidents/INC-99/mitigated
            {"post": "/nothing"}                                        | 404 | not-found               | /api/v1/nothing
            {"post": "/incidents/%zz/mitigated"}                        | 404 | not-found               | /api/v1/incidents/%zz/mitigated
            {"post": "/imports"}                                        | 404 | not-found               | /api/v1/imports
            {"post": "/incidents/$it/reopening", "body": {"reason": "r"}} | 409 | incident-not-resolved | /api/v1/incidents/$it/reopening
            """)
    void aBadLineIsAnsweredUnderItsNumberAndTheRestGoOn(String bad, int status, String type, String instance) {
        List<String> answers = imported(DECLARATION + bad + "\n" + FINDING);

        assertThat(answers).extracting(ImportEndpointTest::status).containsExactly(201, status, 201);
        assertThat(JsonPath.<Integer>read(answers.get(1), "$.line")).isEqualTo(2);
        assertThat(JsonPath.<String>read(answers.get(1), "$.body.type")).isEqualTo("/problems/" + type);
        String incident = JsonPath.read(answers.getFirst(), "$.body.incidentId");
        assertThat(JsonPath.<String>read(answers.get(1), "$.body.instance"))
                .isEqualTo(instance.replace("$it", incident));
        assertThat(JsonPath.<String>read(answers.get(1), "$.body.detail")).isNotBlank();
    }

    @Test
    void aLineThatIsTooLongIsRefusedAlone() {
        List<String> answers = imported(DECLARATION + "x".repeat(300_000) + "\n" + FINDING);

        assertThat(answers).extracting(ImportEndpointTest::status).containsExactly(201, 413, 201);
    }

    @Test
    void blankLinesAreCountedAndNotAnswered() {
        List<String> answers = imported("\n  \r\n" + DECLARATION + "\n" + FINDING);

        assertThat(answers).map(answer -> JsonPath.<Integer>read(answer, "$.line")).containsExactly(3, 5);
    }

    @Test
    void linesMayEndTheWayOtherSystemsEndThemAndTheLastNotAtAll() {
        List<String> answers = imported((DECLARATION + FINDING + FINDING.strip()).replace("\n", "\r\n"));

        assertThat(answers).extracting(ImportEndpointTest::status).containsExactly(201, 201, 201);
    }

    @Test
    void aNameStandsForAnIdentifierInThePathAndAnywhereInTheBody() {
        List<String> answers = imported(DECLARATION + """
                {"as": "h", "post": "/incidents/$it/findings", "body": {"kind": "HYPOTHESIS", "text": "t"}}
                {"post": "/incidents/$it/findings", "body": {"kind": "EVIDENCE", "text": "costs $5", "about": "$h"}}
                {"post": "/incidents/$it/five-whys/answers", "body": {"question": "q", "answer": "a", "cites": ["$h"]}}
                """);

        assertThat(answers).extracting(ImportEndpointTest::status).containsOnly(201);
        String hypothesis = JsonPath.read(answers.get(1), "$.body.findingId");
        assertThat(new String(recorded().getLast().data().payload(), StandardCharsets.UTF_8)).contains(hypothesis);
    }

    @Test
    void aRefusedLineNamesNothing() {
        List<String> answers = imported("""
                {"as": "it", "post": "/incidents", "body": {}}
                {"post": "/incidents/$it/mitigated"}
                """);

        assertThat(answers).extracting(ImportEndpointTest::status).containsExactly(400, 400);
        assertThat(JsonPath.<String>read(answers.get(1), "$.body.detail")).contains("$it");
    }

    @Test
    void aLineWithoutATimeHappenedWhenTheLineBeforeItDid() {
        imported(DECLARATION + FINDING + """
                {"post": "/incidents/$it/mitigated", "body": {"occurredAt": "2026-01-01T09:00:00Z"}}
                {"post": "/incidents/$it/reopening", "body": {"reason": "refused, so no time passes"}}
                """ + FINDING);

        assertThat(recorded()).map(event -> event.data().occurredAt().toString())
                .containsExactly(
                        "2026-01-01T08:00:00Z", "2026-01-01T08:00:00Z", "2026-01-01T09:00:00Z", "2026-01-01T09:00:00Z");
    }

    @Test
    void whoActedIsWhomTheLineNames() {
        imported(DECLARATION
                + FINDING.replace("\"post\"", "\"actor\": {\"id\": \"bob\", \"via\": \"pager\"}, \"post\""));

        assertThat(recorded().getFirst().data().metadata())
                .containsEntry("actor", "local").containsEntry("channel", "IMPORT");
        assertThat(recorded().getLast().data().metadata())
                .containsEntry("actor", "bob").containsEntry("actorVia", "pager");
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneIsSent() {
        Sinks.Many<String> lines = Sinks.many().unicast().onBackpressureBuffer();
        Flux<DataBuffer> body = lines.asFlux().map(line -> DefaultDataBufferFactory.sharedInstance
                .wrap(line.getBytes(StandardCharsets.UTF_8)));
        Flux<String> answers = WebClient.create(server.address())
                .post()
                .uri("/api/v1/imports")
                .contentType(MediaType.APPLICATION_NDJSON)
                .body((request, _) -> request.writeAndFlushWith(body.map(Flux::just)))
                .retrieve()
                .bodyToFlux(String.class);

        StepVerifier.create(answers)
                .then(() -> lines.tryEmitNext(DECLARATION))
                .assertNext(answer -> assertThat(answer).contains("\"line\":1"))
                .then(() -> lines.tryEmitNext(FINDING))
                .assertNext(answer -> assertThat(answer).contains("\"line\":2"))
                .then(lines::tryEmitComplete)
                .expectComplete()
                .verify(NO_ANSWER_AT_ALL);
    }

    @Test
    void anEmptyImportIsAnsweredWithNothing() {
        assertThat(imported("")).isEmpty();
    }

    private List<String> imported(String lines, String... key) {
        String answers = server.client()
                .post()
                .uri("/imports")
                .contentType(MediaType.APPLICATION_NDJSON)
                .headers(headers -> List.of(key).forEach(value -> headers.set("Idempotency-Key", value)))
                .bodyValue(lines)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_NDJSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNullElse(answers, "").lines().toList();
    }

    private List<RecordedEvent> recorded() {
        List<RecordedEvent> events = server.events();
        return events.subList(recordedBefore, events.size());
    }

    private long incidents() {
        return recorded().stream().filter(event -> event.data().type().equals("IncidentDeclared")).count();
    }

    private static int status(String answer) {
        return JsonPath.read(answer, "$.status");
    }

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("..", "samples", name));
    }
}
