package dev.andon.eventstore.mongodb;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A database that nobody else uses: on the server that ANDON_TEST_MONGODB_URI names, or else on a stand-in in memory that
 * speaks the same protocol.
 */
public final class TestDatabase implements AutoCloseable {

    private final @Nullable MongoServer standIn;
    private final String uri;
    private final MongoClient client;
    private final String name = "test-" + UUID.randomUUID();

    public TestDatabase() {
        String real = System.getenv("ANDON_TEST_MONGODB_URI");
        if (real == null) {
            MemoryBackend backend = new MemoryBackend();
            standIn = new MongoServer(backend);
            standIn.bind("127.0.0.1", 0);
            uri = standIn.getConnectionString();
            backend.enableOplog(); // or it has no change stream
        } else {
            standIn = null;
            uri = real;
        }
        client = MongoClients.create(uri);
    }

    /** For another process, with {@link #name()}. */
    public String uri() {
        return uri;
    }

    public String name() {
        return name;
    }

    public MongoDatabase database() {
        return client.getDatabase(name);
    }

    @Override
    public void close() {
        Mono.from(database().drop()).block();
        client.close();
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }
}
