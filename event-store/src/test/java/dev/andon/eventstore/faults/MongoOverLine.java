package dev.andon.eventstore.faults;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerMonitorListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.TestMongo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server, and logs that can reach it over one unreliable line only. */
final class MongoOverLine implements AutoCloseable {

    private static final int DEFAULT_PORT = 27017;

    private final TestMongo server = TestMongo.start();
    private final UnreliableLine line;
    private final List<MongoClient> clients = new ArrayList<>();
    private final AtomicInteger failedHeartbeats = new AtomicInteger();

    MongoOverLine(int longestStallMilliseconds) {
        ServerAddress address = new ServerAddress(server.server().getHosts().getFirst(), DEFAULT_PORT);
        line = new UnreliableLine(new InetSocketAddress(address.getHost(), address.getPort()), Extent.SEED,
                longestStallMilliseconds);
    }

    UnreliableLine line() {
        return line;
    }

    /** How often a client has found that the server is not there. */
    AtomicInteger failedHeartbeats() {
        return failedHeartbeats;
    }

    MongoEventLog connect() {
        // by default the driver looks twice a second whether a server is back, and a test would mostly wait for that
        MongoClient client = MongoClients.create(MongoClientSettings.builder().applyConnectionString(server.server())
                .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                        .hosts(List.of(new ServerAddress(line.address()))))
                .applyToServerSettings(monitoring -> monitoring.heartbeatFrequency(50, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(5, TimeUnit.MILLISECONDS)
                        .addServerMonitorListener(new ServerMonitorListener() {
                            @Override
                            public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
                                failedHeartbeats.incrementAndGet();
                            }
                        }))
                .build());
        clients.add(client);
        return MongoEventLog.on(client.getDatabase(server.database().getName()), true);
    }

    /** Around the line. */
    MongoEventLog connectDirectly() {
        return server.connect();
    }

    /** When it returns, nothing is on its way to the server any more. */
    void settle() throws IOException {
        clients.forEach(MongoClient::close);
        line.close();
    }

    @Override
    public void close() throws IOException {
        settle();
        server.close();
    }
}
