package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import dev.andon.command.Race;
import dev.andon.eventstore.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A command that is sent again under its key is answered again, and never recorded again; commands that race each win or lose. */
class RepeatedCommandsTest {

    private static final String RESOLUTION = "{\"summary\": \"Pool enlarged\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    @SuppressWarnings("NullAway.Init")
    private static WebTestClient client;

    private int recordedBefore;

    /** All of an answer that must be the same when it is given again. */
    private record Given(int status, String body, List<String> headers) {

        static Given in(EntityExchangeResult<String> answer) {
            HttpHeaders headers = answer.getResponseHeaders();
            return new Given(
                    answer.getStatus().value(),
                    Objects.requireNonNullElse(answer.getResponseBody(), ""),
                    List.of("Andon-Position", "Location", "ETag", "Content-Type").stream()
                            .map(name -> name + ": " + headers.getFirst(name))
                            .toList());
        }
    }

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory);
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void count() {
        recordedBefore = server.events().size();
    }

    @Test
    void sixteenDeclarationsUnderOneKeyAtTheSameInstantAreOneIncident() {
        List<Given> answers = Race.of(16, () -> post("/incidents", CommandEndpointTest.DECLARATION, "pager/77"));

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().status()).isEqualTo(201);
        assertThat(recorded()).as("each further one would be an incident that nobody declared").hasSize(1);
    }

    @Test
    void sixteenResolutionsUnderOneKeyAtTheSameInstantAllSucceed() {
        String incident = declared();

        List<Given> answers = Race.of(16, () -> post(incident + "/resolution", RESOLUTION, "bot-1"));

        assertThat(answers).as("none may be refused by the success of another that was itself")
                .containsOnly(answers.getFirst());
        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void theAnswerIsTheSameAfterARestartAndWhateverHappenedSince() {
        Given first = post("/incidents", CommandEndpointTest.DECLARATION, "restart");
        post(incidentIn(first) + "/resolution", RESOLUTION);
        stop();
        start();

        assertThat(post("/incidents", CommandEndpointTest.DECLARATION, "restart")).isEqualTo(first);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void whiteSpaceAndTheOrderOfFieldsMakeNoOtherBodyButAnythingElseDoes() {
        Given first = post("/problems", "{\"title\": \"t\", \"services\": [\"a\", \"b\"]}", "body");

        assertThat(post("/problems", "{\n\"services\":[\"a\",\"b\"], \"title\":\"t\"}", "body")).isEqualTo(first);
        isReused(post("/problems", "{\"title\": \"t\", \"services\": [\"b\", \"a\"]}", "body"));
        isReused(post("/problems", "{\"title\": \"t\"}", "body"));
        isReused(post("/incidents", CommandEndpointTest.DECLARATION, "body"));
        assertThat(recorded()).hasSize(1);
    }

    private static void isReused(Given answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aKeyDoesNotGiveAwayWhoWroteAnAnonymousNote() {
        String incident = declared();
        String note = "{\"kind\": \"FEELING\", \"text\": \"t\", \"anonymous\": true}";

        List<Map<String, String>> kept = Stream.of("alice", "bob")
                .map(person -> {
                    postFor(person, incident + "/retrospective/notes", note, "note of " + person);
                    return recorded().getLast().data().metadata();
                })
                .toList();

        assertThat(kept).extracting(metadata -> metadata.get("actor")).containsOnly("anonymous");
        assertThat(kept).extracting(metadata -> metadata.get("requestDigest"))
                .as("whoever knows the text could try each name, and compare")
                .containsOnly(kept.getFirst().get("requestDigest"));
    }

    @Test
    void aRefusalRecordsNothingAndSoLeavesTheKeyFree() {
        String incident = declared();
        String reopening = "{\"reason\": \"It is back\"}";
        assertThat(post(incident + "/reopening", reopening, "refused").status()).isEqualTo(409);
        assertThat(post(incident + "/reopening", "{}", "refused").status()).isEqualTo(400);

        post(incident + "/resolution", RESOLUTION);

        assertThat(post(incident + "/reopening", reopening, "refused").status()).isEqualTo(200);
    }

    @Test
    void aSingleCommandAndALineOfAnImportNeverShareAKey() {
        String line = "{\"post\": \"/services\", \"body\": {\"name\": \"checkout\"}}";
        client.post().uri("/imports").contentType(MediaType.APPLICATION_NDJSON).header("Idempotency-Key", "line")
                .bodyValue(line).exchange().expectStatus().isOk().expectBody();

        assertThat(post("/services", "{\"name\": \"intake\"}", "line/1").status()).isEqualTo(201);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void ofEightWhoResolveAnIncidentOneDoes() {
        String incident = declared();

        List<Given> answers = Race.of(8, () -> post(incident + "/resolution", RESOLUTION));

        assertThat(answers).extracting(Given::status)
                .as("two winners would both have decided on an open incident")
                .containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void eightDeclarationsAtTheSameInstantAreEightIncidents() {
        List<Given> answers = Race.of(8, () -> post("/incidents", CommandEndpointTest.DECLARATION));

        assertThat(answers).extracting(Given::status).containsOnly(201);
        assertThat(answers).extracting(Given::body).as("an identifier given twice").doesNotHaveDuplicates();
    }

    @Test
    void findingsOfOneIncidentDoNotStandInEachOthersWay() {
        String incident = declared();

        List<Given> answers = Race.of(
                16, () -> post(incident + "/findings", "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}"));

        assertThat(answers).extracting(Given::status).containsOnly(201);
        assertThat(answers).extracting(Given::body).doesNotHaveDuplicates();
    }

    private List<RecordedEvent> recorded() {
        List<RecordedEvent> events = server.events();
        return events.subList(recordedBefore, events.size());
    }

    private static String declared() {
        return incidentIn(post("/incidents", CommandEndpointTest.DECLARATION));
    }

    private static String incidentIn(Given answer) {
        return "/incidents/" + JsonPath.<String>read(answer.body(), "$.incidentId");
    }

    private static Given post(String path, String body, String... key) {
        return postFor("carol", path, body, key);
    }

    private static Given postFor(String person, String path, String body, String... key) {
        return Given.in(client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Andon-On-Behalf-Of", person)
                .headers(headers -> List.of(key).forEach(value -> headers.set("Idempotency-Key", value)))
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult());
    }
}
