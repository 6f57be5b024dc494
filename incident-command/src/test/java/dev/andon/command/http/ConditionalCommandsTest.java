package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import dev.andon.command.Race;
import dev.andon.command.http.Posting.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that depends on a version is recorded behind that version, or not at all. */
class ConditionalCommandsTest {

    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}";
    private static final String RESOLUTION = "{\"summary\": \"over\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    private String incident = "";
    private long version;

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void declare() throws IOException {
        Reply declared = post("/incidents", CommandEndpointTest.DECLARATION);
        incident = "/incidents/" + declared.at("$.incidentId");
        version = declared.version();
    }

    @Test
    void theVersionThatAnAnswerNamedIsTheOneToExpect() throws IOException {
        Reply first = post(incident + "/findings", FINDING, "If-Match", "\"%d\"".formatted(version));
        Reply second = post(incident + "/findings", FINDING, "If-Match", first.etag());

        assertThat(List.of(first.status(), second.status())).containsOnly(201);
        assertThat(second.version()).isGreaterThan(first.version());
    }

    @Test
    void anythingRecordedAboutTheIncidentSinceMakesItTooLate() throws IOException {
        long present = post(incident + "/findings", FINDING).version();

        Reply late = post(incident + "/resolution", RESOLUTION, "If-Match", "\"%d\"".formatted(version));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.type()).isEqualTo("/problems/version-mismatch");
        assertThat(late.etag()).isEqualTo("\"%d\"".formatted(present));
        assertThat(late.<Number>at("$.state.version").longValue()).isEqualTo(present);
        assertThat(late.<String>at("$.detail")).contains("version " + present);
    }

    @Test
    void whatIsRecordedAboutOtherIncidentsDoesNot() throws IOException {
        post("/incidents", CommandEndpointTest.DECLARATION);

        assertThat(post(incident + "/resolution", RESOLUTION, "If-Match", "\"%d\"".formatted(version)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            *                    | 200
            "1000000", "%d"      | 200
            , "%d" ,             | 200
            "a,b", "%d"          | 200
            W/"%d"               | 412
            "0%d"                | 412
            ""                   | 412
            "999999999999999999" | 412
            "1"                  | 412
            %d                   | 400
            "%d                  | 400
            "%d" "%d"            | 400
            *, "%d"              | 400
            w/"%d"               | 400
            ,                    | 400
            """)
    void aListOfTagsIsReadAsTheStandardSays(String tags, int status) throws IOException {
        Reply declared = post("/incidents", CommandEndpointTest.DECLARATION);
        String path = "/incidents/" + declared.at("$.incidentId") + "/mitigated";

        Reply reply = post(path, "", "If-Match", tags.replace("%d", Long.toString(declared.version())));

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.<String>at("$.errors[0].pointer")).isEqualTo("header: If-Match");
        }
    }

    @Test
    void tagsInSeveralLinesAreOneList() throws IOException {
        assertThat(post(incident + "/mitigated", "", "If-Match", "\"1000000\"", "If-Match",
                "\"%d\"".formatted(version)).status()).isEqualTo(200);
    }

    @RepeatedTest(5)
    void ofEightWhoDependOnOneVersionOneIsFirst() throws IOException {
        Reply declared = post("/incidents", CommandEndpointTest.DECLARATION);
        String path = "/incidents/" + declared.at("$.incidentId") + "/findings";

        List<Reply> replies = Race.of(8, () -> post(path, FINDING, "If-Match", declared.etag()));

        assertThat(replies).extracting(Reply::status)
                .as("findings do not stand in each other's way, so only the version can; checked before the commit and "
                        + "not by it, it would let several pass")
                .containsExactlyInAnyOrder(201, 412, 412, 412, 412, 412, 412, 412);
    }

    @Test
    void anActionItemIsKeptUnderTheVersionOfItsIncident() throws IOException {
        Reply proposed = post(incident + "/action-items", "{\"title\": \"t\", \"kind\": \"PREVENT\"}");
        String votes = "/action-items/" + proposed.at("$.actionItemId") + "/votes";

        List<Reply> replies = Race.of(4, () -> post(votes, "{\"score\": 5}", "If-Match", proposed.etag()));

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void aRepetitionUnderItsKeyGetsTheFirstAnswerThoughTheVersionIsPast() throws IOException {
        String[] headers = {"If-Match", "\"%d\"".formatted(version), "Idempotency-Key", incident};
        Reply first = post(incident + "/findings", FINDING, headers);

        assertThat(post(incident + "/findings", FINDING, headers)).isEqualTo(first);
        assertThat(first.status()).isEqualTo(201);
    }

    @Test
    void whatIsNotThereIsNotFoundWhateverItsVersion() throws IOException {
        assertThat(post("/incidents/INC-999999/findings", FINDING, "If-Match", "\"1\"").status()).isEqualTo(404);
        assertThat(post("/incidents/INC-999999/findings", FINDING, "If-Match", "*").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1\""})
    void whatIsAboutNoIncidentHasNoVersionToDependOn(String tag) throws IOException {
        int recorded = server.events().size();

        for (Reply reply : List.of(
                post("/services", "{\"name\": \"checkout\"}", "If-Match", tag),
                post("/problems", "{\"title\": \"t\"}", "If-Match", tag),
                post("/incidents", CommandEndpointTest.DECLARATION, "If-Match", tag),
                post("/imports", "", "If-Match", tag, "Content-Type", "application/x-ndjson"))) {
            assertThat(reply.status()).as(reply.body()).isIn(400, 415);
        }
        assertThat(server.events()).hasSize(recorded);
    }

    private static Reply post(String path, String body, String... headers) throws IOException {
        return Posting.to(server.address(), path, body, headers);
    }
}
