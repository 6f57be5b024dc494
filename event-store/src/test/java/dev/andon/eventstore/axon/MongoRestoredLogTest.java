package dev.andon.eventstore.axon;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.eventstore.mongodb.MongoSegmentClaims;
import dev.andon.eventstore.mongodb.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoRestoredLogTest extends RestoredLogContract {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    private List<Document> backup = List.of();

    @Override
    protected EventStore openStore() {
        return new EventStore(MongoEventLog.on(database.database(), true), Clock.systemUTC());
    }

    @Override
    protected SegmentClaims openClaims() {
        return new MongoSegmentClaims(database.database());
    }

    @Override
    protected void backUp() {
        backup = Flux.from(commits().find()).collectList().blockOptional().orElseThrow();
    }

    @Override
    protected void restore() {
        Mono.from(commits().drop()).block();
        Mono.from(commits().insertMany(backup)).block();
    }

    private MongoCollection<Document> commits() {
        return database.database().getCollection("commits");
    }
}
