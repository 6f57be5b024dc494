package dev.andon.query.readmodel.mongodb;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.query.readmodel.Awaited;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.RestoredLogContract;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoRestoredLogTest extends RestoredLogContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    private List<Document> backup = List.of();

    @Override
    protected EventLog openLog() {
        return MongoEventLog.on(mongo.database(), true);
    }

    @Override
    protected ReadModelStore openReadModels() {
        return new MongoReadModelStore(mongo.database());
    }

    @Override
    protected void backUp() {
        backup = Awaited.all(Flux.from(commits().find()));
    }

    @Override
    protected void restore() {
        Mono.from(commits().drop()).block();
        Mono.from(commits().insertMany(backup)).block();
    }

    private MongoCollection<Document> commits() {
        return mongo.database().getCollection("commits");
    }
}
