package dev.andon.benchmarks.eventstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.andon.benchmarks.JavaProcess;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A server, and everything that one client has sent to it. */
final class MongoDb implements Backend {

    private final @Nullable JavaProcess standIn;
    private final String uri;
    private final LongAdder roundTrips = new LongAdder();
    private final MongoClient client;

    private MongoDb(@Nullable JavaProcess standIn, String uri) {
        this.standIn = standIn;
        this.uri = uri;
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        roundTrips.increment();
                    }
                }).build());
    }

    static MongoDb at(String uri) {
        return new MongoDb(null, uri);
    }

    /** In a process of its own, as a server is: it must not share our heap, nor our collector our pauses with it. */
    static MongoDb standIn() throws IOException {
        JavaProcess process = JavaProcess.start(JavaProcess.ownClassPath(), "6g", StandInServer.class.getName());
        return new MongoDb(process, process.read());
    }

    @Override
    public String name() {
        return "MongoDB";
    }

    @Override
    public String description() {
        return isStandIn() ? StandInServer.DESCRIPTION
                : "MongoDB %s at %s, %s, w=majority, journaled".formatted(
                        ask("buildInfo").getString("version"), new ConnectionString(uri).getHosts(), topology());
    }

    private String topology() {
        Document hello = ask("isMaster");
        return hello.containsKey("setName")
                ? "a replica set of %d".formatted(hello.getList("hosts", String.class).size())
                : "standalone";
    }

    private Document ask(String command) {
        return Objects.requireNonNull(Mono.from(client.getDatabase("admin").runCommand(new Document(command, 1)))
                .block());
    }

    @Override
    public boolean isStandIn() {
        return standIn != null;
    }

    String uri() {
        return uri;
    }

    /** Commands that were sent to the server so far, as the driver tells them; nothing is assumed. */
    long roundTrips() {
        return roundTrips.sum();
    }

    @Override
    public Storage create() {
        return new MongoStorage(client.getDatabase("andon_benchmark_" + Workload.newId()), isStandIn());
    }

    @Override
    public void close() throws IOException {
        client.close();
        if (standIn != null) {
            standIn.close();
        }
    }
}
