package dev.andon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.command.CommandServer;
import dev.andon.command.Race;
import dev.andon.command.http.Posting.Reply;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.mongodb.MongoEventLog;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * Two servers on one log, and a balancer that sends a caller now to the one and now to the other: on the MongoDB that
 * ANDON_TEST_MONGODB_URI names, or else on a stand-in in memory.
 */
class TwoServersTest {

    private static final @Nullable String REAL = System.getenv("ANDON_TEST_MONGODB_URI");
    private static final String DATABASE = "andon_test_" + UUID.randomUUID().toString().replace("-", "");
    private static final String RESOLUTION = "{\"summary\": \"over\"}";
    private static final int CALLERS = 8;

    private static @Nullable MongoServer standIn;

    @SuppressWarnings("NullAway.Init")
    private static MongoClient client;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer left;

    @SuppressWarnings("NullAway.Init")
    private static CommandServer right;

    private final AtomicInteger turn = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();
    private int recordedBefore;

    @BeforeAll
    static void start() {
        standIn = REAL == null ? new MongoServer(new MemoryBackend()) : null;
        if (standIn != null) {
            standIn.bind("127.0.0.1", 0);
        }
        client = MongoClients.create(standIn == null
                ? Objects.requireNonNull(REAL)
                : "mongodb://127.0.0.1:" + standIn.getLocalAddress().getPort());
        left = CommandServer.on(log());
        right = CommandServer.on(log());
    }

    private static EventLog log() {
        return MongoEventLog.on(client.getDatabase(DATABASE), true);
    }

    @AfterAll
    static void stop() {
        left.close();
        right.close();
        Mono.from(client.getDatabase(DATABASE).drop()).block();
        client.close();
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }

    @BeforeEach
    void count() {
        recordedBefore = left.events().size();
    }

    @RepeatedTest(3)
    void oneKeyAtTheSameInstantIsOneIncidentAndOneAnswer() {
        List<Reply> replies = Race.of(
                CALLERS, () -> post("/incidents", CommandEndpointTest.DECLARATION, "Idempotency-Key", key));

        assertThat(replies).as("status, body, position, version and place").containsOnly(replies.getFirst());
        assertThat(replies.getFirst().status()).isEqualTo(201);
        assertThat(List.of(replies.getFirst().location(), replies.getFirst().etag(), replies.getFirst().position()))
                .doesNotContain("");
        assertThat(recorded()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void noneIsRefusedByTheSuccessOfAnotherThatWasItself() throws IOException {
        String incident = declared();

        List<Reply> replies = Race.of(CALLERS,
                () -> post(incident + "/resolution", RESOLUTION, "Idempotency-Key", key));

        assertThat(replies).containsOnly(replies.getFirst());
        assertThat(replies.getFirst().status()).isEqualTo(200);
        assertThat(recorded()).isEqualTo(2);
    }

    @RepeatedTest(3)
    void ofAllWhoPressThePanicButtonAtTheSameInstantOneOpensAnIncident() {
        String press = "{\"service\": \"%s\", \"text\": \"I cannot pay\"}".formatted(key);

        List<Reply> replies = Race.of(CALLERS, () -> post("/panic", press));

        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(reply -> reply.<String>at("$.incidentId"))
                .as("two incidents would get two half-hearted responses")
                .containsOnly(replies.getFirst().<String>at("$.incidentId"));
        assertThat(replies).filteredOn(reply -> !reply.body().contains("findingId")).hasSize(1);
        assertThat(recorded()).isEqualTo(2 * CALLERS);
    }

    @RepeatedTest(3)
    void ofTwoRequestsUnderOneKeyAtTheSameInstantOneIsAMistake() {
        List<Reply> replies = Race.of(2, () -> {
            int number = turn.getAndIncrement();
            return Posting.to(address(number), "/services", "{\"name\": \"s%d\"}".formatted(number),
                    "Idempotency-Key", key);
        });

        assertThat(replies).extracting(Reply::status)
                .as("accepted both, a caller would believe in a service that is not registered")
                .containsExactlyInAnyOrder(201, 422);
        assertThat(recorded()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void ofThoseWhoDependOnOneVersionOneIsFirst() throws IOException {
        Reply declared = post("/incidents", CommandEndpointTest.DECLARATION);
        String path = "/incidents/" + declared.at("$.incidentId") + "/findings";

        List<Reply> replies = Race.of(
                CALLERS,
                () -> post(path, "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}", "If-Match", declared.etag()));

        assertThat(replies).extracting(Reply::status)
                .as("a version that was checked before the commit, and not by it, would let one pass on each server")
                .containsOnlyOnce(201)
                .containsOnly(201, 412);
    }

    @Test
    void theVersionThatOneServerAnsweredTheOtherKnows() throws IOException {
        Reply last = post("/incidents", CommandEndpointTest.DECLARATION);
        String path = "/incidents/" + last.at("$.incidentId") + "/findings";

        for (int i = 0; i < 20; i++) {
            last = post(path, "{\"kind\": \"OBSERVATION\", \"text\": \"t\"}", "If-Match", last.etag());
            assertThat(last.status()).as(last.body()).isEqualTo(201);
        }
    }

    @Test
    void aKeyOfARefusedCommandIsFreeOnBoth() throws IOException {
        String incident = declared();
        String reopening = "{\"reason\": \"r\"}";
        assertThat(post(incident + "/reopening", reopening, "Idempotency-Key", key).status()).isEqualTo(409);
        assertThat(post(incident + "/reopening", reopening, "Idempotency-Key", key).status()).isEqualTo(409);

        post(incident + "/resolution", RESOLUTION);

        Reply accepted = post(incident + "/reopening", reopening, "Idempotency-Key", key);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(post(incident + "/reopening", reopening, "Idempotency-Key", key)).isEqualTo(accepted);
    }

    private int recorded() {
        return left.events().size() - recordedBefore;
    }

    private String declared() throws IOException {
        return "/incidents/" + post("/incidents", CommandEndpointTest.DECLARATION).at("$.incidentId");
    }

    /** To the one and to the other by turns. */
    private Reply post(String path, String body, String... headers) throws IOException {
        return Posting.to(address(turn.getAndIncrement()), path, body, headers);
    }

    private static String address(int number) {
        return (number % 2 == 0 ? left : right).address();
    }
}
