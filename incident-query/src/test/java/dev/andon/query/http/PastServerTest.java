package dev.andon.query.http;

import static dev.andon.query.QueryServer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** What was so then, and step by step, through a real server. */
class PastServerTest extends AskedOfDozenIncidents {

    @Test
    void anIncidentIsToldAsItWasKnown() {
        server.get("/api/v1/incidents/INC-1?atPosition=4").expectStatus().isOk()
                .expectHeader().valueEquals("Andon-Position", 4)
                .expectHeader().valueEquals(HttpHeaders.ETAG, "\"4\"")
                .expectBody().jsonPath("$.status").isEqualTo("OPEN").jsonPath("$.version").isEqualTo(4);
        server.get("/api/v1/incidents/INC-1/timeline?atPosition=4").expectStatus().isOk()
                .expectBody().jsonPath("$.entries.length()").isEqualTo(2).jsonPath("$.position").isEqualTo(4);
    }

    @Test
    void anIncidentIsToldAsItWas() {
        server.get("/api/v1/incidents/INC-1?asOf=2026-03-01T00:05:00Z").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("OPEN");
        server.get("/api/v1/incidents/INC-1?asOf=2026-03-01T00:10:00Z").expectStatus().isOk()
                .expectBody().jsonPath("$.status").isEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/INC-12?atPosition=5                    | it was first recorded at",
        "/INC-12/timeline?atPosition=5           | it was first recorded at",
        "/INC-12?asOf=2026-03-11T00:00:00Z       | happened at 2026-03-12T00:01:00Z",
        "/INC-12/timeline?asOf=2026-03-11T00:00:00Z | happened at 2026-03-12T00:01:00Z",
        "/INC-12/changes-since?atPosition=5      | it was first recorded at",
        "/INC-12/replay?atPosition=5             | it was first recorded at",
        "/INC-12/similar?atPosition=5            | it was first recorded at",
        "/INC-12/similar?asOf=2026-03-11T00:00:00Z | it was declared at 2026-03-12T00:01:00Z",
        "/INC-12/postmortem?atPosition=5         | it was first recorded at",
        "/INC-12/postmortem?asOf=2026-03-11T00:00:00Z | it was declared at 2026-03-12T00:01:00Z"})
    void anIncidentThatWasNotThereYetSaysSinceWhenItIs(String path, String since) {
        problem(server.get("/api/v1/incidents" + path).expectStatus().isNotFound(), "incident-not-found")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("There was no incident INC-12 yet", since));
    }

    @Test
    void aReplayIsStreamedOrTakenAStepAtATime() {
        server.get("/api/v1/incidents/INC-1/replay").expectStatus().isOk().expectBody(String.class)
                .value(lines -> assertThat(lines.lines().map(line -> JsonPath.<String>read(line, "$.situation.status")))
                        .containsExactly("OPEN", "OPEN", "RESOLVED"));
        server.get("/api/v1/incidents/INC-1/replay?after=4&limit=1&speed=60").expectStatus().isOk()
                .expectBody(String.class)
                .value(step -> assertThat(JsonPath.<Integer>read(step, "$.remaining")).isZero());
        server.get("/api/v1/incidents/INC-1/replay?format=event-stream").expectStatus().isOk().expectBody(String.class)
                .value(events -> assertThat(events).contains("id: 5\ndata: {").endsWith("event: end\ndata: {}\n\n"));
        server.get("/api/v1/incidents/INC-1/replay?format=event-stream&after=5").expectStatus().isNoContent();
    }

    @Test
    void whoeverJoinsIsToldWhatIsNew() {
        server.get("/api/v1/incidents/INC-1/changes-since?position=4").expectStatus().isOk()
                .expectBody().jsonPath("$.situation.status").isEqualTo("RESOLVED")
                .jsonPath("$.before.status").isEqualTo("OPEN")
                .jsonPath("$.changes[0].topic").isEqualTo("STATUS")
                .jsonPath("$.changes[0].entries[0].entryId").isEqualTo(5);
        server.get("/api/v1/incidents/INC-1/changes-since?position=4&format=markdown&zone=Africa/Johannesburg")
                .expectStatus()
                .isOk().expectBody(String.class)
                .value(markdown -> assertThat(markdown).contains("1 March 2026, 02:10 (00:10 UTC): Resolved"));
    }

    @Test
    void aProblemThatWasNotThereYetSaysSinceWhenItIs() {
        problem(server.get("/api/v1/problems/PRB-2?atPosition=1").expectStatus().isNotFound(), "problem-not-found")
                .jsonPath("$.detail").value(String.class, detail -> assertThat(detail)
                        .contains("There was no problem PRB-2 yet: it was first recorded at"));
    }
}
