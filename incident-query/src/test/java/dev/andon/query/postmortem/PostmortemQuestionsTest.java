package dev.andon.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.query.QueryServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The postmortem and the success review through a real server: an incident that was published once, and reopened. */
class PostmortemQuestionsTest {

    private static final IncidentId INCIDENT = new IncidentId("INC-1");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final String POSTMORTEM = "/api/v1/incidents/INC-1/postmortem";
    private static final String REVIEW = "/api/v1/planned-events/EVT-1/success-review";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.on(directory);
        server.record(
                new IncidentDeclared(
                        INCIDENT, "Checkout fails", Severity.SEV3, List.of("checkout"),
                        new Detection(DetectionSource.ENGINEER, null), TEN, null, false, TEN),
                new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "zoe", TEN),
                new IncidentResolved(INCIDENT, "restarted by zoe", null, TEN.plusSeconds(60)),
                new PostmortemPublished(INCIDENT, 1, TEN.plusSeconds(120)),
                new IncidentReopened(INCIDENT, "it is back", TEN.plusSeconds(180)),
                new PlannedEventScheduled(
                        new PlannedEventId("EVT-1"), "Premiere", TEN, TEN.plusSeconds(3600), "twice as much",
                        List.of("checkout"), List.of("zoe", "amir"), null, TEN));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theLatestEditionIsWhatEverybodyFindsAndItLeadsToTheDraft() {
        get(POSTMORTEM).expectStatus().isOk()
                .expectHeader().valueEquals("Link", "<" + POSTMORTEM + "?draft=true>; rel=\"working-copy\"")
                .expectHeader().valueEquals("ETag", "\"5\"")
                .expectBody().jsonPath("$.edition").isEqualTo(1).jsonPath("$.position").isEqualTo(4)
                .jsonPath("$.incident.status").isEqualTo("RESOLVED");
        get(POSTMORTEM + "?edition=1").expectBody().jsonPath("$.edition").isEqualTo(1);
    }

    @Test
    void theDraftAndThePastCanBeAskedFor() {
        get(POSTMORTEM + "?draft=true").expectHeader().doesNotExist("Link")
                .expectBody().jsonPath("$.edition").doesNotExist().jsonPath("$.incident.status").isEqualTo("OPEN");
        get(POSTMORTEM + "?atPosition=3").expectBody().jsonPath("$.edition").doesNotExist()
                .jsonPath("$.position").isEqualTo(3);
    }

    @Test
    void namesAreShownAsRoles() {
        assertThat(text(POSTMORTEM + "?format=markdown&blameless=true"))
                .contains("restarted by the incident commander")
                .doesNotContain("zoe");
        assertThat(text(POSTMORTEM + "?format=markdown&zone=Africa/Johannesburg")).contains("**12:00** (10:00 UTC)");
    }

    @Test
    void aReviewShowsNamesAsRolesToo() {
        assertThat(text(REVIEW + "?format=markdown")).contains("zoe and amir");
        assertThat(text(REVIEW + "?format=markdown&blameless=true"))
                .contains("the incident commander and a responder", "People are shown as their roles.")
                .doesNotContain("zoe", "amir");
        assertThat(text(REVIEW + "?blameless=true")).contains("\"blameless\":true").doesNotContain("zoe", "amir");
    }

    @ParameterizedTest
    @CsvSource({POSTMORTEM, REVIEW})
    void aDocumentComesInEveryFormat(String path) {
        assertThat(text(path + "?format=pdf")).startsWith("%PDF-");
        assertThat(text(path + "?format=html")).startsWith("<!DOCTYPE html>").contains("<svg");
        assertThat(text(path + "?format=markdown")).startsWith("# ");
        assertThat(text(path)).startsWith("{");
    }

    @ParameterizedTest
    @CsvSource({"edition=2, edition", "edition=0, edition", "edition=1&draft=true, draft", "blameless=yes, blameless",
        "zone=Nowhere/Land, zone", "atPosition=3&edition=1, edition"})
    void whatCannotBeAnsweredSaysWhy(String query, String parameter) {
        get(POSTMORTEM + "?" + query).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.errors[0].pointer").isEqualTo("query: " + parameter);
    }

    @Test
    void aPlannedEventIsReviewed() {
        get(REVIEW).expectStatus().isOk()
                .expectBody().jsonPath("$.incidents[0].incidentId").isEqualTo("INC-1")
                .jsonPath("$.result").isEqualTo("1 incident on its services in its window: INC-1 (SEV3). "
                        + "Nobody checked in, so nobody can say that all was well.");
        get("/api/v1/planned-events/EVT-9/success-review").expectStatus().isNotFound()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/planned-event-not-found");
    }

    private static WebTestClient.ResponseSpec get(String uri) {
        return server.get(uri);
    }

    private static String text(String uri) {
        return new String(
                Objects.requireNonNull(get(uri).expectStatus().isOk().expectBody().returnResult().getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
