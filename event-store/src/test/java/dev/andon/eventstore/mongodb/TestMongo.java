package dev.andon.eventstore.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * An empty database of a test's own: on the server that ANDON_TEST_MONGODB_URI names, or else on a stand-in in memory
 * that speaks the same protocol and promises nothing about durability.
 */
public final class TestMongo implements AutoCloseable {

    private static final @Nullable String REAL = System.getenv("ANDON_TEST_MONGODB_URI");

    static {
        LoggerFactory.getLogger(TestMongo.class).info("The MongoDB tests run on a {}", serverName());
    }

    private final @Nullable MongoServer standIn;
    private final String uri;
    private final String database = "andon_test_" + UUID.randomUUID().toString().replace("-", "");
    private final MongoClient client;
    private final List<MongoClient> processes = new ArrayList<>();

    private TestMongo(@Nullable MongoServer standIn, String uri) {
        this.standIn = standIn;
        this.uri = uri;
        this.client = MongoClients.create(uri);
    }

    public static TestMongo start() {
        if (REAL != null) {
            return new TestMongo(null, REAL);
        }
        MemoryBackend backend = new MemoryBackend();
        MongoServer server = new MongoServer(backend);
        server.bind("127.0.0.1", 0);
        backend.enableOplog(); // or it has no change stream
        return new TestMongo(server, server.getConnectionString());
    }

    static String serverName() {
        return REAL == null ? "stand-in in memory" : "real server at " + new ConnectionString(REAL).getHosts();
    }

    /** Names the database of the test. */
    String uri() {
        String[] serverAndOptions = uri.split("\\?", 2);
        String server = serverAndOptions[0].replaceFirst("(//[^/]*)/.*", "$1");
        return server + "/" + database + (serverAndOptions.length > 1 ? "?" + serverAndOptions[1] : "");
    }

    public MongoDatabase database() {
        return client.getDatabase(database);
    }

    /** For whoever makes a connection of another kind. It may name several servers, and names no database. */
    public ConnectionString server() {
        return new ConnectionString(uri);
    }

    /** For a process of its own. */
    public String serverAndDatabase() {
        int slash = uri.indexOf('/', uri.indexOf("://") + 3);
        int options = uri.indexOf('?');
        String hosts = slash >= 0 ? uri.substring(0, slash) : options >= 0 ? uri.substring(0, options) : uri;
        return hosts + "/" + database + (options >= 0 ? uri.substring(options) : "");
    }

    /** A log on a connection of its own, as another process would have. */
    public MongoEventLog connect() {
        MongoClient own = MongoClients.create(uri);
        processes.add(own);
        return MongoEventLog.on(own.getDatabase(database), true);
    }

    @Override
    public void close() {
        processes.forEach(MongoClient::close);
        Mono.from(database().drop()).block();
        client.close();
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }

    /** Names a test class after what it ran on. */
    public static final class NamedAfterServer extends DisplayNameGenerator.Standard {

        @Override
        public String generateDisplayNameForClass(Class<?> testClass) {
            return testClass.getSimpleName() + " on a " + serverName();
        }
    }
}
