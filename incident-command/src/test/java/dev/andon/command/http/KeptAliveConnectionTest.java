package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client may send its next request before it has the answer to the last one. Reactor Netty 1.3.7 stopped reading from a
 * connection on which the last request that waited was answered at once, and whoever asked next waited for ever.
 */
class KeptAliveConnectionTest {

    private static final int LONG_ENOUGH_MILLISECONDS = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void whoeverAsksAgainIsAnsweredHoweverQuicklyTheLastAnswerCame() throws IOException {
        try (var server = CommandServer.on(directory)) {
            URI address = URI.create(server.address());
            for (int round = 0; round < 20; round++) {
                try (var socket = new Socket(address.getHost(), address.getPort())) {
                    socket.setSoTimeout(LONG_ENOUGH_MILLISECONDS);
                    var answers = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

                    send(socket, posting("/api/v1/services", "{\"name\": \"service-%d\"}".formatted(round))
                            + posting("/api/v1/nowhere", "{}"));
                    assertThat(statusOf(answers)).contains("201");
                    assertThat(statusOf(answers)).contains("404");

                    send(socket, posting("/api/v1/nowhere", "{}"));
                    assertThat(statusOf(answers)).as("in round %d", round).contains("404");
                }
            }
        }
    }

    private static String posting(String path, String body) {
        return """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, body.length(), body);
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String statusOf(BufferedReader answers) throws IOException {
        String status = answers.readLine();
        int length = 0;
        for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            answers.read();
        }
        return String.valueOf(status);
    }
}
