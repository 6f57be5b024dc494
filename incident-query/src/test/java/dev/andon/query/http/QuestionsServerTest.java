package dev.andon.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.query.History;
import dev.andon.query.QueryConfiguration;
import dev.andon.query.RecordedHistory;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The questions through a real server, over two problems and a dozen incidents. */
class QuestionsServerTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final int INCIDENTS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext server;

    @SuppressWarnings("NullAway.Init")
    private static WebTestClient client;

    private static String base = "";

    private static long head;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({QueryConfiguration.class, UnmatchedRequests.class})
    static class Server {

        @Bean
        EventStore eventStore() {
            return new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        }

        @Bean
        ReadModelStore readModelStore() {
            return SqliteReadModelStore.open(directory.resolve("read-models.db"));
        }
    }

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Server.class).web(WebApplicationType.REACTIVE)
                .run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
        head = RecordedHistory.in(server.getBean(EventStore.class), history());
        String port = Objects.requireNonNull(server.getEnvironment().getProperty("local.server.port"));
        base = "http://127.0.0.1:" + port;
        client = WebTestClient.bindToServer()
                .baseUrl(base)
                .defaultHeader("Andon-Min-Position", Long.toString(head))
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoPressedThePanicButtonIsToldWhatBecameOfIt() {
        get("/api/v1/panic/INC-1").expectStatus().isOk()
                .expectHeader().exists("ETag")
                .expectBody().jsonPath("$.incidentId").isEqualTo("INC-1")
                .jsonPath("$.message").value(String.class, message -> assertThat(message).startsWith("INC-1 is "));
        get("/api/v1/panic/INC-999").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/incident-not-found");
        get("/api/v1/panic/nothing").expectStatus().isBadRequest();
    }

    @Test
    void anIncidentAnswersWithItsStateVersionAndPosition() {
        get("/api/v1/incidents/INC-1").expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Andon-Position", head)
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"5\"")
                .expectBody()
                .jsonPath("$.incidentId")
                .isEqualTo("INC-1")
                .jsonPath("$.status")
                .isEqualTo("RESOLVED")
                .jsonPath("$.detectionGap")
                .isEqualTo(true)
                .jsonPath("$.durations.timeToDetect.value")
                .isEqualTo("PT1M")
                .jsonPath("$.durations.timeToDetect.entryIds")
                .isEqualTo(List.of(3))
                .jsonPath("$.summary")
                .doesNotExist();
    }

    @Test
    void whoHasThisVersionAlreadyIsToldSo() {
        client.get()
                .uri("/api/v1/incidents/INC-1")
                .header(HttpHeaders.IF_NONE_MATCH, "\"5\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @CsvSource({"/timeline, application/json, application/json",
        "/timeline, text/markdown, text/markdown;charset=UTF-8",
        "/timeline, text/csv, text/csv;charset=UTF-8", "/timeline, */*, application/json",
        "/timeline, text/html, text/html;charset=UTF-8", "/timeline, text/calendar, text/calendar;charset=UTF-8",
        "/timeline?format=ndjson, */*, application/x-ndjson", "/replay, */*, application/x-ndjson",
        "/replay, text/event-stream, text/event-stream", "/changes-since, text/html, text/html;charset=UTF-8",
        "/timeline?format=csv, application/json, text/csv;charset=UTF-8",
        "/postmortem, text/markdown, text/markdown;charset=UTF-8", "/postmortem, text/*, text/markdown;charset=UTF-8",
        "/postmortem?format=json, text/html, application/json"})
    void anAnswerComesInTheFormatThatIsWanted(String path, String accept, String contentType) {
        client.get()
                .uri("/api/v1/incidents/INC-1" + path)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(contentType)
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, "Accept");
    }

    @Test
    void theTimelineAnswersItsEntriesInOrder() {
        get("/api/v1/incidents/INC-1/timeline").expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.incidentId")
                .isEqualTo("INC-1")
                .jsonPath("$.position")
                .isEqualTo((int) head)
                .jsonPath("$.entries.length()")
                .isEqualTo(3)
                .jsonPath("$.entries[0].entryId")
                .isEqualTo(3)
                .jsonPath("$.entries[0].type")
                .isEqualTo("IncidentDeclared")
                .jsonPath("$.entries[0].actor.via")
                .isEqualTo("slack-bot")
                .jsonPath("$.entries[2].summary")
                .isEqualTo("Resolved: restarted");
    }

    @ParameterizedTest
    @CsvSource({"/timeline, application/pdf, pdf", "/postmortem, text/csv, csv"})
    void aFormatThatDoesNotExistIsRefusedWithThoseThatDo(String path, String mediaType, String format) {
        problem(
                client.get()
                        .uri("/api/v1/incidents/INC-1" + path)
                        .accept(MediaType.parseMediaType(mediaType))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(406),
                "not-acceptable").jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("markdown"));
        problem(get("/api/v1/incidents/INC-1" + path + "?format=" + format).expectStatus().isEqualTo(406),
                "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/incidents/INC-999, incident-not-found",
        "/api/v1/incidents/INC-999/timeline, incident-not-found",
        "/api/v1/incidents/INC-999/postmortem, incident-not-found", "/api/v1/problems/PRB-999, problem-not-found",
        "/api/v1/nothing, not-found", "/nothing, not-found"})
    void whatIsNotThereIsNotFound(String path, String type) {
        problem(get(path).expectStatus().isNotFound(), type).jsonPath("$.instance").isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents/inc-1", "/api/v1/incidents/INC-0/timeline",
        "/api/v1/incidents/%C2%85/postmortem",
        "/api/v1/problems/INC-1"})
    void anIdentifierThatCannotBeOneIsTheCallersMistake(String path) {
        problem(exactly(path).expectStatus().isBadRequest(), "validation");
    }

    @Test
    void allBadParametersAreNamedAtOnce() {
        problem(
                get("/api/v1/incidents?limit=0&status=open&severity=SEV9&from=yesterday&sort=title&cursor=x&stauts=OPEN&q=")
                        .expectStatus()
                        .isBadRequest(),
                "validation").jsonPath("$.errors[*].pointer")
                .value(List.class, pointers -> assertThat((List<?>) pointers).asList()
                        .containsExactlyInAnyOrder(
                                "limit", "status", "severity", "from", "sort", "cursor", "stauts", "q"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
        "/api/v1/reports/recurring-problems?from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z",
        "/api/v1/incidents/INC-1/timeline?zone=Mars/Olympus", "/api/v1/incidents/INC-1?asOf=2999-01-01T00:00:00Z",
        "/api/v1/incidents/INC-1?atPosition=999999", "/api/v1/incidents/INC-1/changes-since?position=999999",
        "/api/v1/incidents/INC-1/replay?speed=0", "/api/v1/timeline?after=-1",
        "/api/v1/incidents?limit=1&limit=2", "/api/v1/incidents/INC-1?verbose=true",
        "/api/v1/incidents/INC-1/timeline?knownAt=2026-03-01T00:00:00Z", "/api/v1/problems?limit=0",
        "/api/v1/problems?cursor=x"})
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        problem(get(path).expectStatus().isBadRequest(), "validation");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatAreAnswered() {
        problem(
                client.delete()
                        .uri("/api/v1/incidents/INC-1/timeline")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(405)
                        .expectHeader()
                        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET")),
                "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5"})
    void aPositionThatIsNoneIsRefused(String position) {
        problem(
                client.mutate().defaultHeaders(headers -> headers.set("Andon-Min-Position", position)).build().get()
                        .uri("/api/v1/incidents").exchange().expectStatus().isBadRequest(),
                "validation");
    }

    @Test
    void pagesTogetherHoldEveryIncidentOnce() {
        var seen = new ArrayList<String>();
        String next = "/api/v1/incidents?limit=5&q=it%20fails";
        while (next != null) {
            var answer = exactly(next).expectStatus().isOk().expectBody(String.class).returnResult();
            String body = Objects.requireNonNull(answer.getResponseBody());
            seen.addAll(JsonPath.<List<String>>read(body, "$.incidents[*].incidentId"));
            String link = answer.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(seen).containsExactlyElementsOf(
                IntStream.iterate(INCIDENTS, number -> number > 0, number -> number - 1)
                        .mapToObj(number -> "INC-" + number)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"status=RESOLVED, 1", "status=OPEN, 11", "severity=SEV3, 12", "severity=SEV1, 0", "service=checkout, 6",
        "q=FAILS 7, 1", "from=2026-03-03T00:00:00Z, 10", "to=2026-03-03T02:00:00+02:00, 2",
        "q=inc-12&service=search, 1"})
    void filtersLeaveWhatMatches(String filter, int expected) {
        get("/api/v1/incidents?" + filter).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.incidents.length()")
                .isEqualTo(expected);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String link = get("/api/v1/incidents?limit=5&sort=severity").expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LINK);
        String cursor = Objects.requireNonNull(link).replaceAll(".*cursor=([^&>]*).*", "$1");

        problem(
                exactly("/api/v1/incidents?limit=5&cursor=" + cursor).expectStatus()
                        .isBadRequest(),
                "validation");
    }

    @Test
    void aProblemThatComesBackIsReported() {
        get("/api/v1/reports/recurring-problems?from=2026-03-01T00:00:00Z").expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Andon-Position", head)
                .expectBody()
                .jsonPath("$.problems.length()")
                .isEqualTo(1)
                .jsonPath("$.problems[0].problemId")
                .isEqualTo("PRB-1")
                .jsonPath("$.problems[0].incidents.length()")
                .isEqualTo(2)
                .jsonPath("$.problems[0].meanTimeBetweenFailures")
                .isEqualTo("PT24H");
        get("/api/v1/reports/recurring-problems?format=markdown").expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(markdown -> assertThat(markdown).contains("## PRB-1: Restarts lose the cache"));
    }

    @Test
    void incidentsThatLookAlikeAreFoundAndComeWithTheRequestThatLinksThem() {
        get("/api/v1/incidents/INC-3/similar?limit=3").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.compared").isEqualTo(INCIDENTS - 1)
                .jsonPath("$.incidents.length()").isEqualTo(3)
                .jsonPath("$.incidents[0].reasons[0].common[0]").isEqualTo("fails")
                .jsonPath("$.incidents[?(@.incidentId=='INC-1')].link.post")
                .value(List.class, posts -> assertThat((List<?>) posts).allMatch(
                        "/api/v1/problems/PRB-1/incidents"::equals));
        problem(get("/api/v1/incidents/INC-3/similar?atPosition=2").expectStatus().isNotFound(), "incident-not-found");
        get("/api/v1/reports/recurring-problems").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.lookalikes.unlinked").isEqualTo(INCIDENTS - 2)
                .jsonPath("$.lookalikes.compared").isEqualTo(INCIDENTS - 2)
                .jsonPath("$.brokenPromises.length()").isEqualTo(0);
        get("/api/v1/reports/recurring-problems?format=html&zone=Africa/Johannesburg").expectStatus().isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<h1>Recurring problems</h1>", "Africa/Johannesburg"));
    }

    @Test
    void problemsAreListedWithWhatTheyCaused() {
        get("/api/v1/problems").expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.problems[*].problemId")
                .isEqualTo(List.of("PRB-1", "PRB-2"));
        get("/api/v1/problems/PRB-2").expectStatus().isOk().expectBody().jsonPath("$.incidents.length()").isEqualTo(0);
    }

    @Test
    void problemsComeInPagesAndFromAnyPointInHistory() {
        String link = get("/api/v1/problems?limit=1").expectStatus().isOk().expectBody()
                .jsonPath("$.problems[*].problemId").isEqualTo("PRB-1")
                .returnResult().getResponseHeaders().getFirst(HttpHeaders.LINK);
        exactly(Objects.requireNonNull(link).replaceAll("<(.*)>; rel=\"next\"", "$1")).expectStatus().isOk()
                .expectHeader().doesNotExist(HttpHeaders.LINK)
                .expectBody().jsonPath("$.problems[*].problemId").isEqualTo("PRB-2");
        get("/api/v1/problems?atPosition=1").expectStatus().isOk()
                .expectHeader().valueEquals("Andon-Position", 1)
                .expectBody().jsonPath("$.problems.length()").isEqualTo(1)
                .jsonPath("$.problems[0].incidents.length()").isEqualTo(0);
        get("/api/v1/problems/PRB-1?atPosition=4").expectStatus().isOk()
                .expectBody().jsonPath("$.incidents[*].incidentId").isEqualTo("INC-1");
        problem(get("/api/v1/problems/PRB-2?atPosition=1").expectStatus().isNotFound(), "problem-not-found");
    }

    @Test
    void thePostmortemNamesTheOtherIncidentsOfItsProblem() {
        get("/api/v1/incidents/INC-1/postmortem?format=markdown").expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(markdown -> assertThat(markdown)
                        .contains("It also caused 1 other incident: INC-2 (2 March 2026, 00:00)"));
    }

    @Test
    void aPostmortemIsNeverCalledUnmodifiedForOtherIncidentsMayHaveJoinedIt() {
        client.get()
                .uri("/api/v1/incidents/INC-1/postmortem")
                .header(HttpHeaders.IF_NONE_MATCH, "\"5\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"5\"");
    }

    @Test
    void anIncidentIsToldAsItWasKnown() {
        get("/api/v1/incidents/INC-1?atPosition=4").expectStatus().isOk()
                .expectHeader().valueEquals("Andon-Position", 4)
                .expectHeader().valueEquals(HttpHeaders.ETAG, "\"4\"")
                .expectBody().jsonPath("$.status").isEqualTo("OPEN").jsonPath("$.version").isEqualTo(4);
        get("/api/v1/incidents/INC-1/timeline?atPosition=4").expectStatus().isOk()
                .expectBody().jsonPath("$.entries.length()").isEqualTo(2).jsonPath("$.position").isEqualTo(4);
    }

    @Test
    void anIncidentIsToldAsItWas() {
        get("/api/v1/incidents/INC-1?asOf=2026-03-01T00:05:00Z").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("OPEN");
        get("/api/v1/incidents/INC-1?asOf=2026-03-01T00:10:00Z").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/INC-12?atPosition=5                    | it was first recorded at",
        "/INC-12/timeline?atPosition=5           | it was first recorded at",
        "/INC-12?asOf=2026-03-11T00:00:00Z       | happened at 2026-03-12T00:01:00Z",
        "/INC-12/timeline?asOf=2026-03-11T00:00:00Z | happened at 2026-03-12T00:01:00Z",
        "/INC-12/changes-since?atPosition=5      | it was first recorded at",
        "/INC-12/replay?atPosition=5             | it was first recorded at"})
    void anIncidentThatWasNotThereYetSaysSinceWhenItIs(String path, String since) {
        problem(get("/api/v1/incidents" + path).expectStatus().isNotFound(), "incident-not-found")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("There was no incident INC-12 yet", since));
    }

    @ParameterizedTest
    @CsvSource({"atPosition=5, 1", "atPosition=4&status=OPEN, 1", "atPosition=4&status=RESOLVED, 0",
        "asOf=2026-03-03T12:00:00Z, 3", "asOf=2026-03-01T00:05:00Z&status=OPEN, 1", "asOf=2026-03-01T00:00:00Z, 0"})
    void aListShowsWhatWasSoThenWhateverIsSoToday(String filter, int expected) {
        get("/api/v1/incidents?" + filter).expectStatus().isOk()
                .expectBody().jsonPath("$.incidents.length()").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"declaredAt", "-declaredAt", "severity", "-status"})
    void pagesOfThePastTogetherHoldEveryIncidentOnce(String sort) {
        var seen = pages("/api/v1/incidents?limit=5&sort=%s&atPosition=%d".formatted(sort, head),
                "$.incidents[*].incidentId");

        assertThat(seen).hasSize(INCIDENTS).doesNotHaveDuplicates()
                .isEqualTo(pages("/api/v1/incidents?limit=500&sort=" + sort, "$.incidents[*].incidentId"));
    }

    @Test
    void pagesOfTheWholeTimelineFollowTheLog() {
        assertThat(pages("/api/v1/timeline?limit=4", "$.entries[*].position"))
                .isEqualTo(IntStream.rangeClosed(3, (int) head).boxed().toList());
        get("/api/v1/timeline?after=3&limit=1").expectStatus().isOk()
                .expectBody().jsonPath("$.entries[0].incidents[0]").isEqualTo("INC-1");
    }

    @Test
    void aReplayIsStreamedOrTakenAStepAtATime() {
        get("/api/v1/incidents/INC-1/replay").expectStatus().isOk().expectBody(String.class)
                .value(lines -> assertThat(lines.lines().map(line -> JsonPath.<String>read(line, "$.situation.status")))
                        .containsExactly("OPEN", "OPEN", "RESOLVED"));
        get("/api/v1/incidents/INC-1/replay?after=4&limit=1&speed=60").expectStatus().isOk().expectBody(String.class)
                .value(step -> assertThat(JsonPath.<Integer>read(step, "$.remaining")).isZero());
        get("/api/v1/incidents/INC-1/replay?format=event-stream").expectStatus().isOk().expectBody(String.class)
                .value(events -> assertThat(events).contains("id: 5\ndata: {").endsWith("event: end\ndata: {}\n\n"));
        get("/api/v1/incidents/INC-1/replay?format=event-stream&after=5").expectStatus().isNoContent();
    }

    @Test
    void whoeverJoinsIsToldWhatIsNew() {
        get("/api/v1/incidents/INC-1/changes-since?position=4").expectStatus().isOk()
                .expectBody().jsonPath("$.situation.status").isEqualTo("RESOLVED")
                .jsonPath("$.before.status").isEqualTo("OPEN")
                .jsonPath("$.changes[0].topic").isEqualTo("STATUS")
                .jsonPath("$.changes[0].entries[0].entryId").isEqualTo(5);
        get("/api/v1/incidents/INC-1/changes-since?position=4&format=markdown&zone=Africa/Johannesburg").expectStatus()
                .isOk().expectBody(String.class)
                .value(markdown -> assertThat(markdown).contains("1 March 2026, 02:10 (00:10 UTC): Resolved"));
    }

    private static List<?> pages(String first, String what) {
        var seen = new ArrayList<Object>();
        String next = first;
        while (next != null) {
            var answer = exactly(next).expectStatus().isOk().expectBody(String.class).returnResult();
            seen.addAll(JsonPath.<List<?>>read(Objects.requireNonNull(answer.getResponseBody()), what));
            String link = answer.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return seen;
    }

    private static WebTestClient.ResponseSpec get(String uri) {
        return client.get().uri(uri).exchange();
    }

    /** As it is, where {@link #get} would escape it once more. */
    private static WebTestClient.ResponseSpec exactly(String path) {
        return client.get().uri(URI.create(base + path)).exchange();
    }

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, String type) {
        return answer.expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    /** An incident a day, on two services in turn; the first problem caused the first two, the other none. */
    private static History history() {
        History history = History.of(
                new ProblemOpened(ProblemId.of(1), "Restarts lose the cache", List.of(), null, FIRST),
                new ProblemOpened(ProblemId.of(2), "Nobody knows yet", List.of(), null, FIRST));
        history.then(declared(1));
        history.then(new IncidentLinkedToProblem(ProblemId.of(1), IncidentId.of(1), FIRST.plusSeconds(60)));
        history.then(new IncidentResolved(IncidentId.of(1), "restarted", null, FIRST.plusSeconds(600)));
        IntStream.rangeClosed(2, INCIDENTS).forEach(number -> history.then(declared(number)));
        return history.then(
                new IncidentLinkedToProblem(ProblemId.of(1), IncidentId.of(2), FIRST.plus(Duration.ofDays(1))));
    }

    private static IncidentDeclared declared(int number) {
        Instant start = FIRST.plus(Duration.ofDays(number - 1));
        return new IncidentDeclared(
                IncidentId.of(number), "It fails " + number, Severity.SEV3,
                List.of(number % 2 == 0 ? "search" : "checkout"), new Detection(DetectionSource.CUSTOMER, null), start,
                null, false, start.plusSeconds(60));
    }
}
