package dev.andon.eventstore.mongodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.Test;

class ServerDemandsTest {

    /** The stand-in is a standalone server, whatever the other tests run on. */
    @Test
    void aStandaloneServerIsRefusedUnlessItIsAllowed() {
        MongoServer standalone = new MongoServer(new MemoryBackend());
        try {
            standalone.bind("127.0.0.1", 0);
            String uri = standalone.getConnectionString();

            MongoEventLog.connect(uri, true).close();
            assertThatThrownBy(() -> MongoEventLog.connect(uri, false)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("standalone").hasMessageContaining("--replSet");
        } finally {
            standalone.shutdownNow();
        }
    }
}
