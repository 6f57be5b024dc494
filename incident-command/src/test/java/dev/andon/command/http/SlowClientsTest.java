package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients as no library would make them: slow, endless, too large, or of another protocol. */
class SlowClientsTest {

    private static final String HEADER = """
            POST /api/v1/services HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            """;
    private static final String BODY = "{\"name\": \"a\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    private final CountDownLatch testIsOver = new CountDownLatch(1);

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory, "--andon.http.body-timeout=1s", "--andon.http.idle-timeout=1s",
                "--andon.http.import-silence=1s", "--andon.http.requests-per-connection=3");
    }

    @AfterAll
    static void stop() {
        assertThat(server.events()).as("what came whole, and nothing else").hasSize(7);
        server.close();
    }

    @AfterEach
    void end() {
        testIsOver.countDown();
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws IOException {
        String answer = trickled(HEADER + "Content-Length: 1000\r\n\r\n", " ");

        assertThat(answer).startsWith("HTTP/1.1 408").containsIgnoringCase("connection: close")
                .contains("/problems/request-timeout", "Andon-Correlation-Id");
    }

    @Test
    void aHeaderThatTricklesIsCutOff() throws IOException {
        assertThat(trickled("POST /api/v1/services HTTP/1.1\r\n", "A")).isEmpty();
    }

    @Test
    void aConnectionOnWhichNothingIsAskedIsClosed() throws IOException {
        assertThat(sent("")).isEmpty();
    }

    @Test
    void aConnectionIsGivenUpAfterSoManyRequests() throws IOException {
        String request = HEADER + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;

        String answers = sent(request.repeat(5));

        assertThat(answers.split("HTTP/1.1 201", -1)).hasSize(4);
        assertThat(answers).containsIgnoringCase("connection: close");
    }

    @Test
    void aBodyWithoutAnEndIsRefusedAndTheConnectionClosed() throws IOException {
        String chunk = "200000\r\n%s\r\n".formatted(" ".repeat(0x200000));

        String answer = trickled(HEADER + "Transfer-Encoding: chunked\r\n\r\n", chunk);

        assertThat(answer).as("whoever goes on sending may not get to read it").matches("(?s)(HTTP/1.1 4(13|08).*)?");
    }

    @Test
    void whoSendsFarTooMuchIsStillTold() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/services"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(" ".repeat(4 * 1024 * 1024)))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void anImportThatFallsSilentIsEnded() throws IOException {
        String answer = sent("""
                POST /api/v1/imports HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-ndjson\r
                Transfer-Encoding: chunked\r
                \r
                38\r
                {"post": "/services", "body": {"name": "imported one"}}
                \r
                """);

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"line\":1,\"status\":201",
                "\"line\":2,\"status\":408");
    }

    @ParameterizedTest
    @CsvSource({"9000, 100, 414, uri-too-long", "100, 20000, 431, header-fields-too-large"})
    void whatIsTooLongToBeARequestIsAProblemLikeAnyOther(int path, int header, int status, String type)
            throws IOException {
        String answer = sent("POST /%s HTTP/1.1\r\nHost: localhost\r\nX: %s\r\n\r\n"
                .formatted("p".repeat(path), "h".repeat(header)));

        assertThat(answer).startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "/problems/" + type, "\"status\":" + status,
                        "Andon-Correlation-Id");
    }

    @Test
    void whatIsNoHttpIsToldSo() throws IOException {
        assertThat(sent("\u0016\u0003\u0001 hello\r\n\r\n")).startsWith("HTTP/1.1 400").contains("/problems/malformed");
        assertThat(sent("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/1.1 4");
    }

    @Test
    void anOfferToUpgradeIsPassedOverAndTheRequestAnswered() throws IOException {
        String answer = sent(HEADER + """
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r
                Content-Length: %d\r
                \r
                %s""".formatted(BODY.length(), BODY));

        assertThat(answer).startsWith("HTTP/1.1 201").contains("{\"name\":\"a\"}");
    }

    @Test
    void aLibraryThatOffersHttp2IsAnsweredInHttp1() throws Exception {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            for (int i = 0; i < 2; i++) {
                var request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/services"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(BODY))
                        .build();
                var answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            }
        }
    }

    /** Everything that is answered before the server closes the connection. */
    private String sent(String request) throws IOException {
        return exchanged(request, null);
    }

    /** The same, while a little more is sent again and again. */
    private String trickled(String request, String more) throws IOException {
        return exchanged(request, more);
    }

    private String exchanged(String request, @Nullable String more) throws IOException {
        URI address = URI.create(server.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            if (more != null) {
                Thread.startVirtualThread(() -> keepSending(socket, more));
            }
            return readUntilClosed(socket.getInputStream());
        }
    }

    private void keepSending(Socket socket, String more) {
        try {
            while (!testIsOver.await(20, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write(more.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException | InterruptedException closed) {
            // which is what it waits for
        }
    }

    private static String readUntilClosed(InputStream answers) throws IOException {
        var read = new ByteArrayOutputStream();
        try {
            answers.transferTo(read);
        } catch (IOException reset) {
            // closed upon somebody who was still sending
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
