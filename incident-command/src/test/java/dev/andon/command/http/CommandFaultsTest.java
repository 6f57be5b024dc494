package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.command.AddFinding;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a body is said where it is wrong, all of it at once, and in words that say what to do. */
class CommandFaultsTest {

    private static final String FINDING = "/incidents/INC-7/findings";

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(Drafts.faults("/incidents/x/findings", """
                {"kind": "GUESS", "text": " ", "ocurredAt": "2026-03-01T00:00:00Z", "about": 5, "supports": "yes",
                 "links": [{"url": "ftp://x"}, {}], "service": null, "reviewAt": "tomorrow"}
                """)).containsExactlyInAnyOrderEntriesOf(Map.of(
                "path: incidentId", "must look like INC-42",
                "/kind", "must be one of OBSERVATION, HYPOTHESIS, EVIDENCE, DECISION",
                "/text", "must not be blank",
                "/ocurredAt", "is not a field here; did you mean occurredAt?",
                "/about", "must be a string",
                "/supports", "must be true or false",
                "/links/0/url", "must be an http or https URL",
                "/links/1/url", "is required",
                "/service", "must not be null; leave it out if there is nothing to say",
                "/reviewAt", "must be an instant with an offset, such as 2026-01-31T21:00:00Z"));
    }

    @Test
    void whatIsMissingIsNamedAlsoInsideOfAnObject() {
        assertThat(Drafts.faults("/incidents", "{\"detection\": {}}")).containsExactlyInAnyOrderEntriesOf(Map.of(
                "/title", "is required",
                "/severity", "is required",
                "/services", "is required",
                "/detection/source", "is required"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "text": 7                                   | /text       | must be a string
            "text": ["a"]                               | /text       | must be a string
            "text": ""                                  | /text       | must not be blank
            "text": "a\\u0000b"                         | /text       | must not contain control characters
            "text": "a\\ud800b"                         | /text       | must be text, but holds half a character
            "text": "t", "service": "a\\nb"             | /service    | must not contain control characters
            "text": "t", "links": {}                    | /links      | must be an array
            "text": "t", "links": ["x"]                 | /links/0    | must be an object
            "text": "t", "links": [null]                | /links/0    | must be an object
            "text": "t", "about": "F-1"                 | /about      | must look like F-7K3Q
            "text": "t", "occurredAt": 1772442000       | /occurredAt | must be an instant with an offset, such as 2026-01-31T21:00:00Z
            "text": "t", "occurredAt": "2026-03-01"     | /occurredAt | must be an instant with an offset, such as 2026-01-31T21:00:00Z
            "text": "t", "occurredAt": "2026-03-01T00:00:00"  | /occurredAt | must be an instant with an offset, such as 2026-01-31T21:00:00Z
            "text": "t", "occurredAt": "2026-02-30T00:00:00Z" | /occurredAt | must be an instant with an offset, such as 2026-01-31T21:00:00Z
            "text": "t", "occurredAt": "2026-03-02T09:06:00Z" | /occurredAt | must not lie in the future
            "text": "t", "occurredAt": "1066-10-14T09:00:00Z" | /occurredAt | must lie between the years 1970 and 9999
            "text": "t", "zzzzzzzz": 1                  | /zzzzzzzz   | is not a field here; there are about, kind, links, occurredAt, reviewAt, service, supports, text, visibility
            "text": "t", "findingId": "F-7K3Q"          | /findingId  | is not a field here; there are about, kind, links, occurredAt, reviewAt, service, supports, text, visibility
            "text": "t", "a/b~c": 1                     | /a~1b~0c    | is not a field here; there are about, kind, links, occurredAt, reviewAt, service, supports, text, visibility
            """, quoteCharacter = '\u0001')
    void eachFaultIsSaidInWordsAPersonUnderstands(String fields, String pointer, String detail) {
        assertThat(Drafts.faults(FINDING, "{\"kind\": \"OBSERVATION\", %s}".formatted(fields))).containsExactly(
                Map.entry(pointer, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1e999                | must be a number
            1%s                  | must be a number
            "99"                 | must be a number
            101                  | must be at most 100
            -0.1                 | must be at least 0
            """, quoteCharacter = '\u0001')
    void aNumberIsANumberWithinItsLimits(String number, String detail) {
        String body = "{\"name\": \"n\", \"availabilityObjective\": %s}".formatted(number.formatted("0".repeat(400)));
        assertThat(Drafts.faults("/services", body)).containsExactly(Map.entry("/availabilityObjective", detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6                          | must be at most 5
            -1                         | must be at least 0
            2.5                        | must be a whole number
            99999999999999999999999999 | must be a whole number
            true                       | must be a whole number
            """)
    void aScoreIsAWholeNumberWithinItsLimits(String score, String detail) {
        assertThat(Drafts.faults("/action-items/ACT-1/votes", "{\"score\": %s}".formatted(score)))
                .containsExactly(Map.entry("/score", detail));
    }

    @ParameterizedTest
    @CsvSource({"PT-5M", "P11Y", "20 minutes", "P4000D"})
    void aDurationIsPositiveAndBelowTenYears(String duration) {
        assertThat(Drafts.faults("/changes", """
                {"service": "s", "version": "v", "description": "d", "deployedAt": "2026-03-01T00:00:00Z",
                 "rollbackPlan": {"steps": [], "estimatedDuration": "%s"}}
                """.formatted(duration))).containsExactly(Map.entry(
                "/rollbackPlan/estimatedDuration", "must be a duration of up to ten years, such as PT1H30M"));
    }

    @Test
    void aFaultInAListPointsAtTheElement() {
        String declaration = "{\"title\": \"t\", \"severity\": \"SEV1\", \"detection\": {\"source\": \"ALERT\"}, \"services\": %s}";

        assertThat(Drafts.faults("/incidents", declaration.formatted("[\"a\", 5, \"c\"]")))
                .containsExactly(Map.entry("/services/1", "must be a string"));
        assertThat(Drafts.faults("/incidents", declaration.formatted("[\"a\", \"\", \"c\"]")))
                .containsExactly(Map.entry("/services/1", "must not be blank"));
        assertThat(Drafts.faults("/incidents", declaration.formatted("[]")))
                .containsExactly(Map.entry("/services", "must hold 1 to 50 elements"));
        assertThat(Drafts.faults("/incidents", declaration.formatted("[" + "\"a\",".repeat(50) + "\"a\"]")))
                .containsExactly(Map.entry("/services", "must hold 1 to 50 elements"));
    }

    @Test
    void whatIsTooLongIsToldByHowMuch() {
        String finding = "{\"kind\": \"OBSERVATION\", \"text\": \"%s\"}";

        assertThat(Drafts.faults(FINDING, finding.formatted("x".repeat(10_001))))
                .containsExactly(Map.entry("/text", "must have at most 10,000 characters, not 10,001"));
        assertThat(Drafts.read(FINDING, finding.formatted("x".repeat(10_000)))).isInstanceOf(AddFinding.class);
    }

    @Test
    void aThousandFaultsAreAnsweredWithAHundred() {
        String links = IntStream.range(0, 1000).mapToObj(_ -> "{}").collect(Collectors.joining(","));

        assertThat(Drafts.problem(FINDING, "{\"kind\": \"OBSERVATION\", \"links\": [%s]}".formatted(links)).problem()
                .errors())
                .hasSize(100);
    }

    @Test
    void aLongUnknownNameIsNotRepeatedInFull() {
        assertThat(
                Drafts.faults(FINDING,
                        "{\"kind\": \"OBSERVATION\", \"text\": \"t\", \"%s\": 1}".formatted("y".repeat(5000))))
                .containsOnlyKeys("/" + "y".repeat(60) + "…");
    }

    @Test
    void aCommandWithoutFieldsSaysSo() {
        assertThat(Names.unknown("note", java.util.Set.of())).isEqualTo("is not a field here; this takes no fields");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "01", "x", "99999999999999999999"})
    void anEntryIsNamedByItsPosition(String entryId) {
        assertThat(Drafts.faults("/incidents/INC-1/entries/" + entryId + "/retraction", "{\"reason\": \"r\"}"))
                .containsExactly(Map.entry("path: entryId", "must be a number from 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /check-ins | {"service": "s", "health": "PINK"} | /health | must be one of GREEN, AMBER, RED
            /check-ins | {"service": "s", "health": "RED", "metrics": [1]} | /metrics | must be an object
            /check-ins | {"service": "s", "health": "RED", "metrics": {"a/b": "1"}} | /metrics/a~1b | must be a number
            /check-ins | {"service": "s", "health": "RED", "metrics": {"": 1}} | /metrics/ | must not be blank
            /operations-reviews | {"date": "2026-02-30", "attendees": ["a"]} | /date | must be a date, such as 2026-01-31
            /operations-reviews | {"date": "2026-01-31", "attendees": []} | /attendees | must hold 1 to 100 elements
            /readiness-checks/RDY-1/answers | {"item": 0, "answer": "YES"} | /item | must be at least 1
            /readiness-checks/RDY-0/sign-off | {} | path: readinessCheckId | must look like RDY-1
            /incidents/INC-1/runbook-steps | {"runbookId": "RBK-x", "step": 1} | /runbookId | must look like RBK-1
            /incidents/INC-1/entries/2/pin | {} | /phase | is required
            /incidents/INC-1/closure | {"occurredAt": "2036-01-01T00:00:00Z"} | /occurredAt | must not lie in the future
            """)
    void eachFaultOfALaterCommandIsSaidJustSo(String path, String body, String pointer, String detail) {
        assertThat(Drafts.faults(path, body)).containsExactly(Map.entry(pointer, detail));
    }

    @Test
    void aSectionThatNoPostmortemHasIsToldWhichThereAre() {
        assertThat(Drafts.faults("/incidents/INC-7/postmortem/sections/gossip", "{\"markdown\": \"m\"}"))
                .hasEntrySatisfying("path: section", detail -> assertThat(detail).contains("WENT_WELL"));
    }
}
