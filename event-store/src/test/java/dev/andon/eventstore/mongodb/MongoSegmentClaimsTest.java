package dev.andon.eventstore.mongodb;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentClaimsContract;
import org.junit.jupiter.api.AfterEach;

class MongoSegmentClaimsTest extends SegmentClaimsContract {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

    @Override
    protected SegmentClaims open() {
        return new MongoSegmentClaims(client.getDatabase("andon"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }
}
