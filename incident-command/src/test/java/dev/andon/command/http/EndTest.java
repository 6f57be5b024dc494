package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.CommandServer;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndTest {

    private static final int CALLERS = 16;
    private static final int BEFORE_THE_END = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CountDownLatch underWay = new CountDownLatch(BEFORE_THE_END);

    /** Each on a connection that it keeps, and sends on again as soon as it is answered. */
    @Test
    void whateverIsRecordedWhileTheServerIsBeingStoppedIsAnswered() throws Exception {
        List<Future<Void>> callers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = CommandServer.on(directory);
            Callable<Void> caller = () -> postUntilTheEnd(server.address());
            callers = Collections.nCopies(CALLERS, caller).stream().map(threads::submit).toList();
            underWay.await();

            server.close();
        }

        assertThat(callers).as("answered, or closed upon")
                .allSatisfy(caller -> assertThat(caller.state()).isEqualTo(Future.State.SUCCESS));
        try (var log = SqliteEventLog.open(directory)) {
            assertThat(log.read(0).count().block())
                    .as("whoever is not answered sends it again, and it is there twice")
                    .isEqualTo((long) acknowledged.get());
        }
    }

    private Void postUntilTheEnd(String address) throws InterruptedException, HttpTimeoutException {
        try (var connection = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var declaration = HttpRequest.newBuilder(URI.create(address + "/api/v1/incidents"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .POST(BodyPublishers.ofString(CommandEndpointTest.DECLARATION))
                    .build();
            while (connection.send(declaration, BodyHandlers.ofString()).statusCode() == 201) {
                acknowledged.incrementAndGet();
                underWay.countDown();
            }
        } catch (HttpTimeoutException forgotten) {
            throw forgotten;
        } catch (IOException over) {
            // Nobody listens any more.
        }
        return null;
    }
}
