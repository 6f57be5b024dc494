package dev.andon.query.timeline.live;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.query.QueryApplication;
import dev.andon.query.QueryServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** On a stand-in that speaks the server's protocol. */
class LiveOnMongoDbTest extends LiveContract {

    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    @Override
    QueryServer serve() {
        mongo.bind("127.0.0.1", 0);
        return QueryServer.on(
                QueryApplication.class,
                Stream.concat(
                        Stream.of(
                                "--andon.mongodb.uri=" + mongo.getConnectionString() + "/andon",
                                "--andon.mongodb.standalone-allowed=true"),
                        Stream.of(SETTINGS)).toArray(String[]::new));
    }

    @Override
    @AfterEach
    void stop() {
        super.stop();
        mongo.shutdownNow();
    }
}
