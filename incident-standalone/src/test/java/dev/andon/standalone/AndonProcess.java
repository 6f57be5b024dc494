package dev.andon.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, so that it can be killed like one. */
final class AndonProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final Path output;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AndonProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts this main class on a free port of the loopback, and waits until it is ready. */
    static AndonProcess start(Class<?> application, Path workingDirectory, String... arguments) throws Exception {
        int port = freePort();
        Path output = Files.createTempFile(workingDirectory, "andon", ".log");
        var all = new ArrayList<>(List.of("--server.port=" + port));
        all.addAll(List.of(arguments));
        Process process = processOf(application, workingDirectory, output, all);
        var andon = new AndonProcess(process, port, output);
        andon.awaitReady();
        return andon;
    }

    /** Runs this main class to its end, and answers what it printed. */
    static String run(Class<?> application, Path workingDirectory, String... arguments) throws Exception {
        Path output = Files.createTempFile(workingDirectory, "andon", ".log");
        int exit = processOf(application, workingDirectory, output, List.of(arguments)).waitFor();
        if (exit != 0) {
            throw new IllegalStateException("It failed:\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    private static Process processOf(
            Class<?> application, Path workingDirectory, Path output, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // it lives for seconds, and is not worth the best code
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                application.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It did not start:\n" + output());
            }
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        close();
        throw new IllegalStateException("It was not ready in time:\n" + output());
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).timeout(ANSWER_LIMIT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The answer once the read side has seen everything that is recorded, whatever position it names. */
    String fresh(String path) throws Exception {
        String head = post("/api/v1/services", "application/json", """
                {"name": "probe"}""", "Idempotency-Key", "probe-" + path + System.nanoTime())
                .headers().firstValue("Andon-Position").orElseThrow();
        HttpResponse<String> answer = get(path, "Andon-Min-Position", head);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.body().replaceAll("as of position \\d+|up to position \\d+", "");
    }

    HttpClient http() {
        return http;
    }

    /** Ends it as kill -9 does: nothing is flushed, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as a service manager does, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** Whether it has ended by then. */
    boolean hasEndedWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it as a service manager does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
