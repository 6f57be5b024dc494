package dev.andon.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.query.QueryServer;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** What is no incident, and the reports of the operations day, through a real server. */
class ThingsServerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.on(directory);
        server.record(OperationsDay.history());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/services/checkout, $.availabilityObjective, 99.9", "/services/checkout, $.lastCheckIn.health, AMBER",
        "/services/checkout, $.nextCheckInDueAt, 2026-03-02T23:00:00Z",
        "/services/checkout?atPosition=1, $.registrations.length(), 1",
        "/changes/CHG-1, $.state, ROLLED_BACK", "/changes/CHG-1, $.rollbacks[0].incidentId, INC-1",
        "/changes/CHG-2, $.rollbackPlanMissing, true", "/changes?service=checkout, $.changes.length(), 1",
        "/changes?rollbackPlan=missing, $.changes[0].changeId, CHG-2", "/runbooks/RBK-1, $.version, 2",
        "/runbooks/RBK-1, $.executions[0].instruction, Restart it", "/runbooks?service=search, $.runbooks.length(), 0",
        "/planned-events/EVT-1, $.title, Cup final",
        "/planned-events?to=2026-06-12T18:00:00Z, $.plannedEvents.length(), 0",
        "/readiness-checks/RDY-1, $.notReady[0], 2", "/readiness-checks/RDY-1, $.unanswered[0], 1",
        "/operations-reviews/OPS-1, $.decisions[0], No releases",
        "/operations-reviews, $.operationsReviews.length(), 1",
        "/action-items/ACT-1, $.title, Alert on a full pool", "/action-items/ACT-1, $.overdue, true",
        "/action-items?status=COMPLETED, $.actionItems[0].actionItemId, ACT-2",
        "/action-items?overdue=true, $.actionItems[*].title, Alert on a full pool",
        "/action-items?owner=carol&kind=PREVENT&incident=INC-1, $.actionItems.length(), 1",
        "/incidents/INC-1/action-items, $.actionItems.length(), 3",
        "/incidents/INC-1/five-whys, $.fiveWhys.whys[0].answer, The pool was full",
        "/incidents/INC-1/five-whys/answers/W-1111, $.why.answer, The pool was full",
        "/incidents/INC-1/rollbacks/RB-1111, $.outcome, EFFECTIVE",
        "/incidents/INC-1/findings/F-1111, $.text, The pool of checkout is full",
        "/incidents/INC-1/findings/F-1111, $.retracted.reason, It was the disk",
        "/incidents/INC-1/findings/F-1111?atPosition=25, $.text, The pool is full",
        "/services/checkout, $.lastCheckIn.note, Slow for some",
        "/services/checkout?atPosition=20, $.lastCheckIn.note, Slow",
        "/reports/service-levels?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z, $.today.services[0].service, checkout",
        "/reports/service-levels?from=2026-03-02T00:00:00Z&to=2026-03-02T20:00:00Z&service=checkout, "
                + "$.today.services[0].availability.weighted, 95.0",
        "/reports/operations-review?date=2026-03-02, $.incidents[0].incidentId, INC-1",
        "/reports/operations-review?date=2026-03-02, $.detectionGaps.length(), 1",
        "/reports/operations-review?date=2026-03-02, $.overdue[*].title, Alert on a full pool",
        "/reports/operations-review?date=2026-03-03, $.lastReview.decisions[0], No releases",
        "/reports/operations-review?date=2026-03-02, $.postmortemsToSchedule[0].dueBy, 2026-03-09",
        "/reports/operations-review?date=2026-03-01&zone=Pacific/Honolulu, $.to, 2026-03-02T10:00:00Z",
        "/reports/readiness?from=2026-06-12T00:00:00Z&to=2026-06-13T00:00:00Z, $.open, true",
        "/reports/readiness?weekend=2026-W24, $.from, 2026-06-13T00:00:00Z",
        "/reports/readiness?weekend=2026-W10, $.stage, OVER",
        "/reports/look-back?period=2026-03, $.bySeverity[1].incidents[0], INC-1",
        "/reports/look-back?period=2026-Q1, $.worstMonth, 2026-03",
        "/reports/look-back?period=2026-03, $.durations.timeToMitigate.median, PT1H",
        "/reports/look-back?period=2026-03, $.actionItems.notDone[0], ACT-1",
        "/reports/dead-air, $.missedCheckIns[0].service, checkout",
        "/reports/rollbacks, $.notReapplied[0].rollbackId, RB-1111",
        "/reports/rollbacks, $.measured[0].beyondPlan, PT20M",
        "/reports/rollbacks, $.changesWithoutPlan[0].changeId, CHG-2",
        "/reports/rollbacks?atPosition=8, $.measured.length(), 0"})
    void everythingThatWasRecordedCanBeAskedFor(String path, String where, String expected) {
        String body = server.body("/api/v1" + path);

        Object found = JsonPath.read(body, where);
        assertThat(found instanceof List<?> several ? several.getFirst() : found).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"/services/nothing, service-not-found", "/changes/CHG-9, change-not-found",
        "/runbooks/RBK-9, runbook-not-found", "/planned-events/EVT-9, planned-event-not-found",
        "/readiness-checks/RDY-9, readiness-check-not-found", "/operations-reviews/OPS-9, operations-review-not-found",
        "/action-items/ACT-9, action-item-not-found", "/incidents/INC-9/action-items, incident-not-found",
        "/incidents/INC-9/five-whys, incident-not-found", "/incidents/INC-9/findings/F-1111, incident-not-found",
        "/incidents/INC-1/findings/F-9999, finding-not-found", "/incidents/INC-1/rollbacks/RB-9999, rollback-not-found",
        "/incidents/INC-1/five-whys/answers/W-9999, answer-not-found",
        "/services/checkout?asOf=2026-02-01T00:00:00Z, service-not-found"})
    void whatWasNeverRecordedIsNotFound(String path, String type) {
        server.exactly("/api/v1" + path).expectStatus().isNotFound().expectBody()
                .jsonPath("$.type").isEqualTo("/problems/" + type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/services/checkout?asOf=2026-02-01T00:00:00Z | service checkout yet: it is from 2026-02-2",
        "/changes/CHG-2?atPosition=3 | change CHG-2 yet: it was first recorded at",
        "/runbooks/RBK-1?atPosition=3 | runbook RBK-1 yet: it was first recorded at",
        "/planned-events/EVT-1?atPosition=8 | planned event EVT-1 yet: it was first recorded at",
        "/planned-events/EVT-1/success-review?atPosition=8 | planned event EVT-1 yet: it was first recorded at",
        "/readiness-checks/RDY-1?atPosition=8 | readiness check RDY-1 yet: it was first recorded at",
        "/operations-reviews/OPS-1?atPosition=8 | operations review OPS-1 yet: it was first recorded at",
        "/action-items/ACT-1?atPosition=8 | action item ACT-1 yet: it was first recorded at",
        "/incidents/INC-1/action-items?atPosition=3 | incident INC-1 yet: it was first recorded at",
        "/incidents/INC-1/five-whys?atPosition=3 | incident INC-1 yet: it was first recorded at",
        "/incidents/INC-1/rollbacks/RB-1111?atPosition=9 | rollback RB-1111 yet: it was first recorded at",
        "/incidents/INC-1/rollbacks/RB-1111?asOf=2026-03-02T10:05:00Z | RB-1111 yet: it is from 2026-03-02T10:12:00Z",
        "/incidents/INC-1/findings/F-1111?atPosition=9 | finding F-1111 yet: it was first recorded at",
        "/incidents/INC-1/five-whys/answers/W-1111?atPosition=9 | answer W-1111 yet: it was first recorded at"})
    void whatWasNotThereYetSaysSinceWhenItIs(String path, String since) {
        server.exactly("/api/v1" + path).expectStatus().isNotFound().expectBody().jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).startsWith("There was no ").contains(since));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/incidents/INC-1/findings/RB-1111", "/changes?rollbackPlan=perhaps", "/changes?limit=501",
        "/action-items?overdue=maybe",
        "/action-items?sort=owner", "/changes/INC-1",
        "/planned-events?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
        "/reports/service-levels?from=2999-01-01T00:00:00Z", "/reports/service-levels?to=2026-03-01T00:00:00Z",
        "/reports/service-levels?from=1026-03-01T00:00:00Z", "/services?knownAt=2999-01-01T00:00:00Z",
        "/reports/service-levels?zone=Atlantis", "/reports/service-levels?service=nothing",
        "/reports/operations-review?date=2999-01-01",
        "/reports/operations-review?date=yesterday", "/reports/readiness?weekend=2026-W54",
        "/reports/readiness?from=2026-03-02T00:00:00Z",
        "/reports/readiness?weekend=2026-W10&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z",
        "/reports/readiness?from=1026-03-02T00:00:00Z&to=9026-03-02T00:00:00Z",
        "/reports/look-back?period=2026", "/reports/look-back?period=2999-Q1",
        "/reports/rollbacks?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z"})
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        server.exactly("/api/v1" + path).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @CsvSource({"actionItemId, ACT-1 ACT-2 ACT-3", "-actionItemId, ACT-3 ACT-2 ACT-1", "dueAt, ACT-1 ACT-3 ACT-2",
        "-dueAt, ACT-2 ACT-3 ACT-1"})
    void pagesTogetherHoldEveryActionItemOnceOfThePresentAndOfThePast(String sort, String expected) {
        for (String past : List.of("", "&knownAt=" + Instant.now())) {
            List<?> seen = server.pages("/api/v1/action-items?limit=1&sort=" + sort + past,
                    "$.actionItems[*].actionItemId");
            assertThat(seen).as(sort + past).asList().containsExactly((Object[]) expected.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-levels", "operations-review", "readiness", "look-back", "dead-air", "rollbacks"})
    void everyReportIsWrittenForPeopleToo(String report) {
        assertThat(server.body("/api/v1/reports/" + report + "?format=markdown")).startsWith("# ")
                .contains("All times are UTC.");
        assertThat(server.body("/api/v1/reports/" + report + "?format=html&zone=Africa/Johannesburg"))
                .startsWith("<!DOCTYPE html>").contains("Africa/Johannesburg");
        assertThat(server.body("/api/v1/reports/" + report + "?atPosition=8")).contains("\"position\":8");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String link = Objects
                .requireNonNull(server.exactly("/api/v1/changes?limit=1").expectBody(String.class).returnResult()
                        .getResponseHeaders().getFirst(HttpHeaders.LINK));
        String cursor = link.replaceAll(".*[?&]cursor=([^&>]*).*", "$1");

        server.exactly("/api/v1/changes?limit=1&cursor=" + cursor).expectStatus().isOk();
        server.exactly("/api/v1/services?limit=1&cursor=" + cursor).expectStatus().isBadRequest();
    }

    @Test
    void theFiguresOfThenStandBesideThoseOfToday() {
        String answer = server.body("/api/v1/reports/service-levels?from=2026-03-02T00:00:00Z&to=2026-03-02T20:00:00Z"
                + "&service=checkout&atPosition=8");

        assertThat(JsonPath.<Object>read(answer, "$.today.services[0].downtime.unweighted")).isEqualTo("PT1H");
        assertThat(JsonPath.<Object>read(answer, "$.then.position")).isEqualTo(8);
        assertThat(JsonPath.<Object>read(answer, "$.then.services[0].windows.length()")).isEqualTo(0);
        assertThat(server.body("/api/v1/reports/service-levels?format=markdown&from=2026-03-02T00:00:00Z"
                + "&to=2026-03-02T20:00:00Z&zone=Africa/Johannesburg"))
                .contains("| checkout | 99.9 % | 95 % | 95 % |", "12:00 (10:00 UTC)");
        assertThat(server.body("/api/v1/reports/service-levels?format=html")).startsWith("<!DOCTYPE html>");
    }
}
