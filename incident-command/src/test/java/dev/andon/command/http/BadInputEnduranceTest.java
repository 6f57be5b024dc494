package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same walk through all bad input, many times, on one server:
 * {@code -Dtest=BadInputEnduranceTest -Dandon.rounds=20 -Dhanging.test.timeout=1d -Dsurefire.timeout=0}.
 * Prints how long a good command takes and how much of the heap is in use, before and after.
 */
@EnabledIfSystemProperty(named = "andon.rounds", matches = "[0-9]+")
class BadInputEnduranceTest {

    private static final int GOOD_COMMANDS = 500;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long MAY_GROW_BY = 16 * MEGABYTE;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void thousandsOfBadRequestsLeaveTheServerAsItWas(@TempDir Path directory) throws Exception {
        List<BadInput.Attempt> attempts = DescribedCommand.all().stream()
                .flatMap(command -> BadInput.of(command).stream())
                .toList();
        int rounds = Integer.getInteger("andon.rounds");
        try (var server = CommandServer.on(directory)) {
            walk(server, attempts);
            good(server);
            String before = good(server);
            long usedBefore = usedHeap();
            for (int round = 0; round < rounds; round++) {
                walk(server, attempts);
            }
            long usedAfter = usedHeap();
            System.out.printf("%,d bad requests; good ones before %s, after %s; heap before %d MB, after %d MB%n",
                    (long) rounds * attempts.size(), before, good(server), usedBefore / MEGABYTE, usedAfter / MEGABYTE);
            assertThat(usedAfter - usedBefore).isLessThan(MAY_GROW_BY);
        }
    }

    private void walk(CommandServer server, List<BadInput.Attempt> attempts) {
        attempts.parallelStream().forEach(attempt -> {
            assertThat(send(server, attempt.path(), attempt.body())).isEqualTo(400);
        });
    }

    private String good(CommandServer server) {
        byte[] body = CommandEndpointTest.DECLARATION.getBytes(StandardCharsets.UTF_8);
        long[] micros = IntStream.range(0, GOOD_COMMANDS).mapToLong(_ -> {
            long start = System.nanoTime();
            assertThat(send(server, "/incidents?dryRun=true", body)).isEqualTo(200);
            return (System.nanoTime() - start) / 1000;
        }).toArray();
        Arrays.sort(micros);
        return "p50 %d µs p99 %d µs".formatted(micros[GOOD_COMMANDS / 2], micros[GOOD_COMMANDS * 99 / 100]);
    }

    private int send(CommandServer server, String path, byte[] body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(path, failure);
        }
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
