package dev.andon.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import dev.andon.eventstore.StoreRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On stand-ins that answer as other servers would, whatever the other tests run on. */
class ServerDemandsTest {

    private final Answering answers = new Answering();
    private final MongoServer server = new MongoServer(answers);

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:27017", "http://localhost/andon", "mongodb://", "mongodb://eve:s3cret@/andon",
        "mongodb://eve:s3c@ret@host/andon", "mongodb://eve:s3cret@host:port/andon"})
    void aConnectionStringThatIsNoneIsRefusedWithoutGivingItsPasswordAway(String malformed) {
        assertThatThrownBy(() -> MongoConnection.to(malformed))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("mongodb://host:27017/andon?replicaSet=rs0")
                .hasNoCause().message().doesNotContain("s3c");
    }

    @ParameterizedTest
    @CsvSource({"w=1,w=1", "w=2,w=2", "w=0,w=0", "journal=false,journaled", "readConcernLevel=local,majority reads"})
    void aConnectionThatAsksForLessThanTheLogPromisesIsRefused(String option, String named) {
        assertThatThrownBy(() -> MongoConnection.to("mongodb://127.0.0.1:1/?" + option))
                .isInstanceOf(StoreRefusedException.class).hasMessageContaining(named)
                .hasMessageContaining("leave");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        // given
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }

        // then
        assertRefused("mongodb://eve:s3cret@127.0.0.1:%d/?serverSelectionTimeoutMS=300".formatted(port),
                "check that it runs", "127.0.0.1:" + port);
    }

    @Test
    void aStandaloneServerIsRefusedUnlessItIsAllowed() {
        String uri = start();
        assertRefused(uri, "standalone", "--replSet");
        MongoEventLog.connect(uri, true).close();
    }

    @Test
    void aReplicaSetIsWelcome() {
        answers.to("isMaster", new Document("setName", "rs0").append("ismaster", true).append("ok", 1.0));
        MongoEventLog.connect(start(), false).close();
    }

    @Test
    void aShardedCollectionIsRefusedAndAnUnshardedOneBehindARouterIsNot() {
        // given
        answers.to("isMaster", new Document("msg", "isdbgrid").append("ok", 1.0));
        answers.to("collStats", new Document("sharded", true).append("ok", 1.0));
        String uri = start();
        assertRefused(uri, "andon.commits is sharded", "keep it unsharded");

        // when
        answers.to("collStats", new Document("sharded", false).append("ok", 1.0));

        // then
        MongoEventLog.connect(uri, false).close();
    }

    @Test
    void aCollectionThatIsNotThereYetIsNotSharded() {
        answers.to("isMaster", new Document("msg", "isdbgrid").append("ok", 1.0));
        answers.to("collStats", error(26, "NamespaceNotFound"));
        MongoEventLog.connect(start(), false).close();
    }

    @Test
    void wrongCredentialsAreNotRepeated() {
        answers.to("saslStart", error(18, "AuthenticationFailed"));
        assertRefused(start().replace("mongodb://", "mongodb://eve:s3cret@") + "/?authMechanism=PLAIN",
                "does not accept this user and password");
    }

    @Test
    void aUserWhoMayNotCreateAnIndexIsToldWhatToAskFor() {
        answers.to("createIndexes", error(13, "not authorized on andon to execute command"));
        String uri = start();
        assertThatThrownBy(() -> MongoEventLog.connect(uri, true)).isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("readWrite").hasMessageContaining("not authorized on andon");
    }

    private String start() {
        server.bind("127.0.0.1", 0);
        return server.getConnectionString();
    }

    private static void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> MongoEventLog.connect(uri, false)).isInstanceOf(StoreRefusedException.class)
                .message().contains(parts).doesNotContain("s3cret");
    }

    private static Document error(int code, String message) {
        return new Document("ok", 0.0).append("code", code).append("errmsg", message);
    }

    /** Says what it was told to say, and else the truth. */
    private static final class Answering extends MemoryBackend {

        private final Map<String, Document> answers = new ConcurrentHashMap<>();

        void to(String command, Document answer) {
            answers.put(command, answer);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            Document answer = answers.get(message.getDocument().keySet().iterator().next());
            return answer == null ? super.handleMessage(message) : answer;
        }
    }
}
