package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import dev.andon.command.http.UnreliableLog.Trouble;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What whoever runs the write side sees of it, over HTTP and in the log. */
class MonitoringTest {

    private static final String FINDING = "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway.Init")
    private UnreliableLog log;

    @SuppressWarnings("NullAway.Init")
    private CommandServer server;

    @BeforeEach
    void start(@TempDir Path directory) {
        log = new UnreliableLog(SqliteEventLog.open(directory));
        server = CommandServer.on(log, "--andon.monitoring.patience=5s");
    }

    @AfterEach
    void stop() {
        log.is(Trouble.NONE);
        server.close();
    }

    @Test
    void aCommandIsCountedByWhatBecameOfIt() throws Exception {
        post("/incidents", CommandEndpointTest.DECLARATION, "Idempotency-Key", "k");
        post("/incidents", CommandEndpointTest.DECLARATION, "Idempotency-Key", "k");
        post("/incidents", "{}");
        post("/incidents/INC-1/reopening", "{\"reason\": \"r\"}");
        post("/incidents/INC-99/findings", FINDING);

        assertThat(figures())
                .contains("andon_commands_seconds_count{command=\"DeclareIncident\",outcome=\"accepted\"} 1\n")
                .contains("andon_commands_seconds_count{command=\"DeclareIncident\",outcome=\"repeated\"} 1\n")
                .contains("andon_commands_seconds_count{command=\"DeclareIncident\",outcome=\"invalid\"} 1\n")
                .contains("andon_commands_seconds_count{command=\"ReopenIncident\",outcome=\"refused\"} 1\n")
                .contains(
                        "andon_commands_seconds_bucket{command=\"DeclareIncident\",outcome=\"accepted\",le=\"30.0\"} 1\n")
                .contains(
                        "andon_command_refusals_total{command=\"ReopenIncident\",reason=\"incident-not-resolved\"} 1.0")
                .contains("andon_command_refusals_total{command=\"AddFinding\",reason=\"incident-not-found\"} 1.0")
                .contains("andon_command_retries_total{reason=\"refusal_checked\"} 2.0")
                .contains("andon_log_appends_total 1.0")
                .contains("andon_log_writes_seconds_count 1")
                .contains("andon_log_conflicts_total 0.0")
                .contains("andon_log_waiting_appends 0.0")
                .contains("andon_log_position 1.0")
                .containsPattern("andon_log_tail_bytes [1-9]")
                .contains("uri=\"/api/v1/incidents/{incidentId}/findings\"");
    }

    @Test
    void noFigureIsNamedAfterWhatARequestSays() throws Exception {
        manyDifferentRequests();
        Set<String> series = series();

        manyDifferentRequests();

        assertThat(series()).isEqualTo(series);
        assertThat(String.join("\n", series)).doesNotContain("INC-", "F-", "K-");
    }

    private void manyDifferentRequests() throws Exception {
        for (int i = 0; i < 25; i++) {
            String any = UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);
            post("/incidents/INC-%d/findings".formatted(any.hashCode() & 0xffff), FINDING, "Idempotency-Key",
                    "K-" + any);
            post("/incidents/INC-1/findings/F-%s/assessments".formatted(any), FINDING);
            post("/nothing/K-" + any, FINDING);
            send(HttpRequest.newBuilder(URI.create(server.address() + "/K-" + any))
                    .method("K-" + any, BodyPublishers.noBody()).build());
        }
    }

    @Test
    void aDeadLogTakesTheServerOutOfServiceButDoesNotKillItAndSaysSo() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        log.is(Trouble.CUT_OFF);

        await().untilAsserted(() -> {
            var readiness = get("/actuator/health/readiness");
            assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(503);
            assertThat(JsonPath.<String>read(readiness.body(), "$.components.log.status")).isEqualTo("DOWN");
            assertThat(JsonPath.<String>read(readiness.body(), "$.components.log.details.reason")).isNotEmpty()
                    .doesNotContain("cut off");
        });
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(figures()).as("needs no log").contains("andon_log_position 0.0");

        log.is(Trouble.NONE);

        await().untilAsserted(() -> assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200));
    }

    @Test
    void everyLineThatARequestCausesCarriesItsCorrelation() throws Exception {
        post("/incidents", CommandEndpointTest.DECLARATION);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger("dev.andon.command");
        logger.addAppender(lines);
        try {
            log.is(Trouble.LOST_ANSWER);
            post("/incidents/INC-1/findings", FINDING, "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE));
            log.is(Trouble.NONE);
            log.is(Trouble.DAMAGED);
            String own = Posting.header(
                    post("/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k"), "Andon-Correlation-Id");

            assertThat(List.copyOf(lines.list)).hasSize(2)
                    .extracting(line -> line.getMDCPropertyMap().get("correlationId"))
                    .containsExactly(TRACE, own);
            assertThat(lines.list.getFirst().getMDCPropertyMap()).containsEntry("spanId", "00f067aa0ba902b7");
            assertThat(lines.list.getLast().getMDCPropertyMap()).doesNotContainKey("spanId");
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void aRuleThreadLogsUnderTheRequestThatItWorksFor() throws Exception {
        post("/incidents", CommandEndpointTest.DECLARATION);

        String correlation = Posting.header(
                post("/incidents/INC-1/findings", FINDING, "Idempotency-Key", "k"), "Andon-Correlation-Id");

        assertThat(log.correlationOfTheLastQuestion()).isEqualTo(correlation);
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws IOException {
        return Posting.send(server.address(), path, body, headers);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }

    private String figures() throws Exception {
        var scraped = get("/actuator/prometheus");
        assertThat(scraped.statusCode()).isEqualTo(200);
        return scraped.body();
    }

    private Set<String> series() throws Exception {
        return figures().lines()
                .filter(line -> line.startsWith("andon_") || line.startsWith("http_server"))
                .filter(line -> !line.contains("/actuator/prometheus"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }
}
