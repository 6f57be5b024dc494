package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.andon.eventstore.TestEvents.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.DamagedStoreContract;
import dev.andon.eventstore.EventLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class DamagedMongoStoreTest extends DamagedStoreContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();
    private final MongoCollection<Document> commits = mongo.database().getCollection("commits");

    @Override
    protected void store(List<Commit> written) {
        await(Mono.from(commits.deleteMany(new Document())));
        await(Mono.from(commits.insertMany(written.stream().map(DamagedMongoStoreTest::documentOf).toList())));
    }

    private static Document documentOf(Commit commit) {
        return CommitDocument.of(commit).decode(new DocumentCodec());
    }

    @Override
    protected void flipAByteOf(Commit commit) {
        await(Mono.from(commits.updateOne(eq(commit.first()),
                set("events.0.payload", new Binary("{]".getBytes(StandardCharsets.US_ASCII))))));
    }

    @Override
    protected void swap(Commit one, Commit other) {
        await(Mono.from(commits.replaceOne(eq(one.first()),
                documentOf(other).append("_id", one.first()))));
        await(Mono.from(commits.replaceOne(eq(other.first()),
                documentOf(one).append("_id", other.first()))));
    }

    @Override
    protected void mangle(Commit commit) {
        await(Mono.from(commits.updateOne(eq(commit.first()), unset("hash"))));
    }

    @Override
    protected EventLog openReadOnly() {
        return MongoEventLog.connectToRead(mongo.uri());
    }
}
