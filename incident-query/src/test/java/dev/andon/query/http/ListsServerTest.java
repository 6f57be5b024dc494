package dev.andon.query.http;

import static dev.andon.query.QueryServer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** Lists, their filters and their pages, through a real server. */
class ListsServerTest extends AskedOfDozenIncidents {

    @Test
    void pagesTogetherHoldEveryIncidentOnce() {
        var seen = new ArrayList<String>();
        String next = "/api/v1/incidents?limit=5&q=it%20fails";
        while (next != null) {
            var answer = server.exactly(next).expectStatus().isOk().expectBody(String.class).returnResult();
            String body = Objects.requireNonNull(answer.getResponseBody());
            seen.addAll(JsonPath.<List<String>>read(body, "$.incidents[*].incidentId"));
            String link = answer.getResponseHeaders().getFirst(HttpHeaders.LINK);
            next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
        }

        assertThat(seen).containsExactlyElementsOf(
                IntStream.iterate(DozenIncidents.COUNT, number -> number > 0, number -> number - 1)
                        .mapToObj(number -> "INC-" + number)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"status=RESOLVED, 1", "status=OPEN, 11", "severity=SEV3, 12", "severity=SEV1, 0", "service=checkout, 6",
        "q=FAILS 7, 1", "from=2026-03-03T00:00:00Z, 10", "to=2026-03-03T02:00:00+02:00, 2",
        "q=inc-12&service=search, 1"})
    void filtersLeaveWhatMatches(String filter, int expected) {
        server.get("/api/v1/incidents?" + filter).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.incidents.length()")
                .isEqualTo(expected);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String link = server.get("/api/v1/incidents?limit=5&sort=severity").expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.LINK);
        String cursor = Objects.requireNonNull(link).replaceAll(".*cursor=([^&>]*).*", "$1");

        problem(
                server.exactly("/api/v1/incidents?limit=5&cursor=" + cursor).expectStatus()
                        .isBadRequest(),
                "validation");
    }

    @Test
    void problemsAreListedWithWhatTheyCaused() {
        server.get("/api/v1/problems").expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.problems[*].problemId")
                .isEqualTo(List.of("PRB-1", "PRB-2"));
        server.get("/api/v1/problems/PRB-2").expectStatus().isOk().expectBody().jsonPath("$.incidents.length()")
                .isEqualTo(0);
    }

    @Test
    void problemsComeInPagesAndFromAnyPointInHistory() {
        String link = server.get("/api/v1/problems?limit=1").expectStatus().isOk().expectBody()
                .jsonPath("$.problems[*].problemId").isEqualTo("PRB-1")
                .returnResult().getResponseHeaders().getFirst(HttpHeaders.LINK);
        server.exactly(Objects.requireNonNull(link).replaceAll("<(.*)>; rel=\"next\"", "$1")).expectStatus().isOk()
                .expectHeader().doesNotExist(HttpHeaders.LINK)
                .expectBody().jsonPath("$.problems[*].problemId").isEqualTo("PRB-2");
        server.get("/api/v1/problems?atPosition=1").expectStatus().isOk()
                .expectHeader().valueEquals("Andon-Position", 1)
                .expectBody().jsonPath("$.problems.length()").isEqualTo(1)
                .jsonPath("$.problems[0].incidents.length()").isEqualTo(0);
        server.get("/api/v1/problems/PRB-1?atPosition=4").expectStatus().isOk()
                .expectBody().jsonPath("$.incidents[*].incidentId").isEqualTo("INC-1");
        problem(server.get("/api/v1/problems/PRB-2?atPosition=1").expectStatus().isNotFound(), "problem-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declaredAt", "-declaredAt", "severity", "-status"})
    void pagesOfThePastTogetherHoldEveryIncidentOnce(String sort) {
        var seen = server.pages("/api/v1/incidents?limit=5&sort=%s&atPosition=%d".formatted(sort, head),
                "$.incidents[*].incidentId");

        assertThat(seen).hasSize(DozenIncidents.COUNT).doesNotHaveDuplicates()
                .isEqualTo(server.pages("/api/v1/incidents?limit=500&sort=" + sort, "$.incidents[*].incidentId"));
    }

    @Test
    void pagesOfTheWholeTimelineFollowTheLog() {
        assertThat(server.pages("/api/v1/timeline?limit=4", "$.entries[*].position"))
                .isEqualTo(IntStream.rangeClosed(3, (int) head).boxed().toList());
        server.get("/api/v1/timeline?after=3&limit=1").expectStatus().isOk()
                .expectBody().jsonPath("$.entries[0].incidents[0]").isEqualTo("INC-1");
    }

    @ParameterizedTest
    @CsvSource({"atPosition=5, 1", "atPosition=4&status=OPEN, 1", "atPosition=4&status=RESOLVED, 0",
        "asOf=2026-03-03T12:00:00Z, 3", "asOf=2026-03-01T00:05:00Z&status=OPEN, 1", "asOf=2026-03-01T00:00:00Z, 0"})
    void aListShowsWhatWasSoThenWhateverIsSoToday(String filter, int expected) {
        server.get("/api/v1/incidents?" + filter).expectStatus().isOk()
                .expectBody().jsonPath("$.incidents.length()").isEqualTo(expected);
    }
}
