package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.andon.command.CommandServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Walks every field of every command in the API's description, and so finds by itself those that are added. A bad value is the caller's mistake, said
 * of the field it is in; never ours, and never recorded.
 */
class BadInputTest {

    static final List<DescribedCommand> ALL = DescribedCommand.all();

    private static final int AT_ONCE = 4;

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer server;

    @BeforeAll
    static void start() {
        server = CommandServer.on(directory);
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        assertThat(server.events()).as("bad input must leave nothing behind").isEmpty();
        server.close();
    }

    @Test
    void everyCommandIsWalked() {
        assertThat(ALL).extracting(DescribedCommand::path).containsExactlyInAnyOrderElementsOf(
                CommandRoutes.ALL.stream().map(route -> route.path().getPatternString()).toList());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatTheWalkStartsFromIsRight(DescribedCommand command) {
        var match = CommandRoutes.match(command.pathWith(Map.of())).orElseThrow();

        assertThat(match.route().path().getPatternString()).isEqualTo(command.path());
        assertThat(new CommandReader(new Constraints(Clock.systemUTC()))
                .read(match, BadInput.nothingWrong(command))).isNotNull();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyBadValueIsNamedByWhereItIs(DescribedCommand command) {
        List<CompletableFuture<Optional<String>>> faults = BadInput.of(command).stream()
                .map(attempt -> CompletableFuture.supplyAsync(() -> faultIn(attempt), THREADS))
                .toList();

        assertThat(faults).isNotEmpty();
        assertThat(faults.stream().flatMap(fault -> fault.join().stream())).isEmpty();
    }

    /** What is wrong with the answer, if anything is. */
    private static Optional<String> faultIn(BadInput.Attempt attempt) {
        HttpResponse<String> answer = send(attempt);
        boolean isProblem = answer.statusCode() == 400
                && answer.headers().firstValue("Content-Type").filter("application/problem+json"::equals).isPresent();
        boolean names = isProblem
                && JsonPath.<List<String>>read(answer.body(), "$..pointer").stream()
                        .anyMatch(pointer -> (pointer + "/").startsWith(attempt.pointer() + "/"));
        return names ? Optional.empty() : Optional.of(attempt + " → " + answer.statusCode() + " " + answer.body());
    }

    private static HttpResponse<String> send(BadInput.Attempt attempt) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/api/v1" + attempt.path()))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(attempt.body()))
                            .build(),
                    BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(attempt.toString(), failure);
        }
    }
}
