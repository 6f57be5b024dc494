package dev.andon.query.readmodel.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An empty database of a test's own: on the server that ANDON_TEST_MONGODB_URI names, or else on a stand-in in memory
 * that speaks the same protocol.
 */
public final class TestMongo implements AutoCloseable {

    private static final @Nullable String REAL = System.getenv("ANDON_TEST_MONGODB_URI");

    private final @Nullable MongoServer standIn;
    private final MongoClient client;
    private final MongoDatabase database;

    private TestMongo(@Nullable MongoServer standIn, String uri) {
        this.standIn = standIn;
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase("andon_test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    public static TestMongo start() {
        if (REAL != null) {
            return new TestMongo(null, REAL);
        }
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        return new TestMongo(server, server.getConnectionString());
    }

    public static String serverName() {
        return REAL == null ? "stand-in in memory" : "real server at " + new ConnectionString(REAL).getHosts();
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        Mono.from(database.drop()).block();
        client.close();
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }
}
