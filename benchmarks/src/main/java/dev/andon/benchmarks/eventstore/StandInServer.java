package dev.andon.benchmarks.eventstore;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;

/** Speaks MongoDB's protocol over maps in memory, until its standard input ends. For benchmarks and tests alone. */
final class StandInServer {

    static final String DESCRIPTION = "no MongoDB server but a stand-in in memory (mongo-java-server) in a JVM of its own:"
            + " nothing is durable, tags are not indexed; these rows compare work in the client";

    private StandInServer() {}

    public static void main(String[] arguments) throws IOException {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", 0);
        System.out.println(server.getConnectionString());
        while (System.in.read() >= 0) {
            continue;
        }
        server.shutdownNow();
    }
}
