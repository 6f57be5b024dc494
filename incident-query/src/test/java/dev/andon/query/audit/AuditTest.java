package dev.andon.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.History;
import dev.andon.query.RecordedHistory;
import dev.andon.query.http.QuestionErrors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

class AuditTest {

    private static final Instant THEN = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @SuppressWarnings("NullAway.Init")
    private WebTestClient client;

    @BeforeEach
    void recordThreeIncidents() {
        events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        for (int number = 1; number <= 3; number++) {
            IncidentId incident = IncidentId.of(number);
            var history = History.of(new IncidentDeclared(
                    incident, "It fails", Severity.SEV3, List.of("checkout"),
                    new Detection(DetectionSource.ALERT, null), null, null, false, THEN));
            history.then(new IncidentResolved(incident, "restarted", null, THEN), THEN,
                    Map.of(EventMetadata.ACTOR, "bob " + number));
            RecordedHistory.in(events, history);
        }
        client = WebTestClient.bindToController(new AuditController(events), new JournalController(events))
                .controllerAdvice(new QuestionErrors())
                .build();
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void anEventIsAnsweredAsItWasRecorded() {
        get("/api/v1/audit/events?limit=1").expectStatus().isOk()
                .expectHeader().valueEquals("Andon-Position", 6)
                .expectBody()
                .jsonPath("$.position").isEqualTo(6)
                .jsonPath("$.lookedUpTo").isEqualTo(1)
                .jsonPath("$.events[0].position").isEqualTo(1)
                .jsonPath("$.events[0].type").isEqualTo("IncidentDeclared")
                .jsonPath("$.events[0].eventVersion").isEqualTo("1")
                .jsonPath("$.events[0].occurredAt").isEqualTo(THEN.toString())
                .jsonPath("$.events[0].recordedAt").exists()
                .jsonPath("$.events[0].tags[0]").isEqualTo("incident=INC-1")
                .jsonPath("$.events[0].metadata.actor").isEqualTo("alice")
                .jsonPath("$.events[0].data.title").isEqualTo("It fails");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            incident=INC-2                              | 3,4
            type=IncidentResolved                       | 2,4,6
            incident=INC-2&type=IncidentResolved        | 4
            actor=bob 3                                 | 6
            actor=slack-bot                             | 1,3,5
            actor=nobody                                |
            after=4                                     | 5,6
            after=6                                     |
            after=2&incident=INC-3&actor=alice          | 5
            to=2026-03-01T00:00:00Z                     |
            from=2026-03-01T00:00:00Z&limit=2           | 1,2
            """)
    void filtersLeaveWhatMatches(String filter, String expected) {
        List<String> positions = expected == null ? List.of() : List.of(expected.split(","));
        String page = body("/api/v1/audit/events?" + filter);
        assertThat(JsonPath.<List<Integer>>read(page, "$.events[*].position")).map(String::valueOf)
                .isEqualTo(positions);

        String lines = body("/api/v1/audit/events?format=ndjson&" + filter);
        assertThat(lines.lines().map(line -> JsonPath.read(line, "$.position").toString())).isEqualTo(positions);
    }

    @ParameterizedTest
    @CsvSource({"actor=alice, 3", "limit=2, 6", "limit=1&incident=INC-3, 2", "limit=3&type=IncidentResolved, 3"})
    void pagesTogetherHoldEveryEventOnce(String filter, int expected) {
        var seen = new ArrayList<Integer>();
        String next = "/api/v1/audit/events?" + filter;
        while (next != null) {
            var answer = client.get().uri(URI.create(next)).exchange().expectStatus().isOk().expectBody(String.class)
                    .returnResult();
            seen.addAll(JsonPath.<List<Integer>>read(answer.getResponseBody(), "$.events[*].position"));
            String link = answer.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        assertThat(seen).hasSize(expected).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?type=Nothing", "/events?incident=42", "/events?limit=501", "/events?after=7",
        "/events?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "/events?actr=bob", "/journal?after=7",
        "/journal?limit=1"})
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        get("/api/v1/audit" + path).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/validation");
    }

    @Test
    void anIncidentThatIsNotThereIsNotFoundRatherThanEmpty() {
        get("/api/v1/audit/events?incident=INC-4").expectStatus().isNotFound();
    }

    @Test
    void aPositionThatIsStillToComeIsNotAnsweredAsIfItWereThere() {
        client.get().uri("/api/v1/audit/journal").header("Andon-Min-Position", "7").exchange().expectStatus()
                .isEqualTo(503).expectBody().jsonPath("$.type").isEqualTo("/problems/position-not-reached");
    }

    @Test
    void theJournalHoldsAllThatTheLogDoes() {
        events.append(List.of(), AppendCondition.none(), null).block();
        String journal = body("/api/v1/audit/journal");

        var reader = new JournalReader();
        List<Commit> read = journal.lines().flatMap(line -> reader.read(line).stream()).toList();
        reader.end();

        assertThat(read).isEqualTo(events.read(0).collectList().block());
        assertThat(JsonPath.<String>read(journal.lines().findFirst().orElseThrow(), "$.type"))
                .isEqualTo("dev.andon.IncidentDeclared");
    }

    @Test
    void aJournalThatBrokeOffGoesOnAnywhereEvenInsideACommit() {
        String journal = body("/api/v1/audit/journal");
        List<String> lines = journal.lines().toList();
        for (int after = 1; after <= lines.size(); after++) {
            assertThat(body("/api/v1/audit/journal?after=" + after))
                    .isEqualTo(String.join("", lines.stream().skip(after).map(line -> line + "\n").toList()));
        }
    }

    private String body(String uri) {
        byte[] body = get(uri).expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private WebTestClient.ResponseSpec get(String uri) {
        return Objects.requireNonNull(client).get().uri(uri).exchange();
    }
}
