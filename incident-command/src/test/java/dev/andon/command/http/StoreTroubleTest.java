package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import dev.andon.command.http.Posting.Reply;
import dev.andon.command.http.UnreliableLog.Trouble;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller is told whether the command may have been recorded, for only then must it not be sent again carelessly. */
class StoreTroubleTest {

    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}";

    @SuppressWarnings("NullAway.Init")
    private UnreliableLog log;

    @SuppressWarnings("NullAway.Init")
    private CommandServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        log = new UnreliableLog(SqliteEventLog.open(directory));
        server = CommandServer.on(log);
        post("/incidents", CommandEndpointTest.DECLARATION);
    }

    @AfterEach
    void stop() {
        log.is(Trouble.NONE);
        server.close();
    }

    @Test
    void whatCouldNotBeReadWasNotDecidedAndNotRecorded() throws IOException {
        log.is(Trouble.CUT_OFF);

        HttpResponse<String> answer = Posting.send(
                server.address(), "/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/store-unavailable", "Nothing was recorded");
        assertThat(Posting.header(answer, "Retry-After")).isNotEmpty();
        log.is(Trouble.NONE);
        assertThat(server.events()).hasSize(1);
        assertThat(post("/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k").status()).isEqualTo(201);
    }

    @Test
    void whatMayHaveBeenRecordedIsRecordedOnceHoweverOftenItIsSentAgain() throws IOException {
        log.is(Trouble.LOST_ANSWER);

        HttpResponse<String> answer = Posting.send(
                server.address(), "/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body())
                .contains("/problems/outcome-unknown", "may have been recorded", "same Idempotency-Key it is safe");
        assertThat(Posting.header(answer, "Retry-After")).isNotEmpty();
        log.is(Trouble.NONE);
        Reply again = post("/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k");
        assertThat(again.status()).isEqualTo(201);
        assertThat(post("/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k")).isEqualTo(again);
        assertThat(server.events()).hasSize(2);
    }

    @Test
    void whatIsBrokenIsNotPutDownToTheTimeBeing() throws IOException {
        log.is(Trouble.DAMAGED);

        HttpResponse<String> answer = Posting.send(
                server.address(), "/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).contains("/problems/internal", Posting.header(answer, "Andon-Correlation-Id"))
                .doesNotContain("damaged", "bytes", "Exception", "dev.andon");
        assertThat(Posting.header(answer, "Retry-After")).isEmpty();
    }

    private Reply post(String path, String body, String... headers) throws IOException {
        return Posting.to(server.address(), path, body, headers);
    }
}
