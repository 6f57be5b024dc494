package dev.andon.query.http;

import static dev.andon.query.QueryServer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** The questions through a real server, over two problems and a dozen incidents. */
class QuestionsServerTest extends AskedOfDozenIncidents {

    @Test
    void whoPressedThePanicButtonIsToldWhatBecameOfIt() {
        server.get("/api/v1/panic/INC-1").expectStatus().isOk()
                .expectHeader().exists("ETag")
                .expectBody().jsonPath("$.incidentId").isEqualTo("INC-1")
                .jsonPath("$.message").value(String.class, message -> assertThat(message).startsWith("INC-1 is "));
        server.get("/api/v1/panic/INC-999").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/incident-not-found");
        server.get("/api/v1/panic/nothing").expectStatus().isBadRequest();
    }

    @Test
    void anIncidentAnswersWithItsStateVersionAndPosition() {
        server.get("/api/v1/incidents/INC-1").expectStatus()
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
        server.client().get()
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
        server.client().get()
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
        server.get("/api/v1/incidents/INC-1/timeline").expectStatus()
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
                server.client().get()
                        .uri("/api/v1/incidents/INC-1" + path)
                        .accept(MediaType.parseMediaType(mediaType))
                        .exchange()
                        .expectStatus()
                        .isEqualTo(406),
                "not-acceptable").jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("markdown"));
        problem(server.get("/api/v1/incidents/INC-1" + path + "?format=" + format).expectStatus().isEqualTo(406),
                "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/incidents/INC-999, incident-not-found",
        "/api/v1/incidents/INC-999/timeline, incident-not-found",
        "/api/v1/incidents/INC-999/postmortem, incident-not-found", "/api/v1/problems/PRB-999, problem-not-found",
        "/api/v1/nothing, not-found", "/nothing, not-found"})
    void whatIsNotThereIsNotFound(String path, String type) {
        problem(server.get(path).expectStatus().isNotFound(), type).jsonPath("$.instance").isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents/inc-1", "/api/v1/incidents/INC-0/timeline",
        "/api/v1/incidents/%C2%85/postmortem",
        "/api/v1/problems/INC-1"})
    void anIdentifierThatCannotBeOneIsTheCallersMistake(String path) {
        problem(server.exactly(path).expectStatus().isBadRequest(), "validation");
    }

    @Test
    void aBadNameInThePathIsNamedAsSuch() {
        problem(server.get("/api/v1/incidents/nonsense").expectStatus().isBadRequest(), "validation")
                .jsonPath("$.errors[0].pointer").isEqualTo("path: incidentId");
    }

    @Test
    void allBadParametersAreNamedAtOnce() {
        problem(
                server.get(
                        "/api/v1/incidents?limit=0&status=open&severity=SEV9&from=yesterday&sort=title&cursor=x&stauts=OPEN&q=")
                        .expectStatus()
                        .isBadRequest(),
                "validation").jsonPath("$.errors[*].pointer")
                .value(List.class, pointers -> assertThat((List<?>) pointers).asList()
                        .containsExactlyInAnyOrder(
                                "query: limit", "query: status", "query: severity", "query: from", "query: sort",
                                "query: cursor", "query: stauts", "query: q"));
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
        problem(server.get(path).expectStatus().isBadRequest(), "validation");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatAreAnswered() {
        problem(
                server.client().delete()
                        .uri("/api/v1/incidents/INC-1/timeline")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(405)
                        .expectHeader()
                        .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET")),
                "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PUT  | /api/v1/incidents                | GET,HEAD,POST", "GET | /api/v1/incidents/INC-1/resolution | POST",
        "HEAD | /api/v1/incidents/INC-1/findings | POST", "PATCH | /api/v1/incidents/INC-1/timeline | GET,HEAD"})
    void aPathThatOnlyTheOtherServiceAnswersIsNotUnknown(String method, String path, String allowed) {
        server.client().method(HttpMethod.valueOf(method)).uri(path).exchange().expectStatus().isEqualTo(405)
                .expectHeader().valueEquals(HttpHeaders.ALLOW, allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/v1/incidents | GET,HEAD,OPTIONS,POST", "/api/v1/incidents/INC-1/resolution | OPTIONS,POST",
        "/api/v1/incidents/INC-1/timeline | GET,HEAD,OPTIONS"})
    void whoAsksWhatCanBeDoneIsToldWhicheverServiceDoesIt(String path, String allowed) {
        server.client().options().uri(path).exchange().expectStatus().isNoContent()
                .expectHeader().valueEquals(HttpHeaders.ALLOW, allowed)
                .expectBody().isEmpty();
        server.client().options().uri("/api/v1/nothing").exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5"})
    void aPositionThatIsNoneIsRefused(String position) {
        problem(
                server.client().mutate().defaultHeaders(headers -> headers.set("Andon-Min-Position", position)).build()
                        .get()
                        .uri("/api/v1/incidents").exchange().expectStatus().isBadRequest(),
                "validation").jsonPath("$.errors[0].pointer").isEqualTo("header: Andon-Min-Position");
    }

    @Test
    void aProblemThatComesBackIsReported() {
        server.get("/api/v1/reports/recurring-problems?from=2026-03-01T00:00:00Z").expectStatus()
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
        server.get("/api/v1/reports/recurring-problems?format=markdown").expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(markdown -> assertThat(markdown).contains("## PRB-1: Restarts lose the cache"));
    }

    @Test
    void incidentsThatLookAlikeAreFoundAndComeWithTheRequestThatLinksThem() {
        server.get("/api/v1/incidents/INC-3/similar?limit=3").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.compared").isEqualTo(DozenIncidents.COUNT - 1)
                .jsonPath("$.incidents.length()").isEqualTo(3)
                .jsonPath("$.incidents[0].reasons[0].common[0]").isEqualTo("fails")
                .jsonPath("$.incidents[?(@.incidentId=='INC-1')].link.post")
                .value(List.class, posts -> assertThat((List<?>) posts).allMatch(
                        "/api/v1/problems/PRB-1/incidents"::equals));
        problem(server.get("/api/v1/incidents/INC-3/similar?atPosition=2").expectStatus().isNotFound(),
                "incident-not-found");
        server.get("/api/v1/reports/recurring-problems").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.lookalikes.unlinked").isEqualTo(DozenIncidents.COUNT - 2)
                .jsonPath("$.lookalikes.compared").isEqualTo(DozenIncidents.COUNT - 2)
                .jsonPath("$.brokenPromisesInAll").isEqualTo(0)
                .jsonPath("$.brokenPromises.length()").isEqualTo(0);
        server.get("/api/v1/reports/recurring-problems?cursor=changes.x").expectStatus().isBadRequest();
        server.get("/api/v1/reports/recurring-problems?limit=501").expectStatus().isBadRequest();
        server.get("/api/v1/reports/recurring-problems?format=html&zone=Africa/Johannesburg").expectStatus().isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<h1>Recurring problems</h1>", "Africa/Johannesburg"));
    }

    @Test
    void thePostmortemNamesTheOtherIncidentsOfItsProblem() {
        server.get("/api/v1/incidents/INC-1/postmortem?format=markdown").expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(markdown -> assertThat(markdown)
                        .contains("It also caused 1 other incident: INC-2 (2 March 2026, 00:00)"));
    }

    @Test
    void aPostmortemIsNeverCalledUnmodifiedForOtherIncidentsMayHaveJoinedIt() {
        server.client().get()
                .uri("/api/v1/incidents/INC-1/postmortem")
                .header(HttpHeaders.IF_NONE_MATCH, "\"5\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"5\"");
    }
}
