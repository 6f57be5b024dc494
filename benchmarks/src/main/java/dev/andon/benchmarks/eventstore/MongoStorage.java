package dev.andon.benchmarks.eventstore;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.benchmarks.Outcome;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.mongodb.MongoEventLog;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database with one log, and its twin beside it. */
final class MongoStorage implements Storage {

    private static final int CURSOR_BATCH = 256;

    private final MongoDatabase database;
    private final EventLog log;

    MongoStorage(MongoDatabase database, boolean standaloneAllowed) {
        this.database = database;
        this.log = MongoEventLog.on(database, standaloneAllowed);
    }

    private MongoCollection<Document> commits() {
        return database.getCollection("commits").withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public List<Contender> plainWriters() {
        return List.of(new Ceiling<>(new PlainDriver(commits(), database.getCollection("twin"))));
    }

    @Override
    public Outcome scan() {
        NoOperation handler = new NoOperation();
        long start = System.nanoTime();
        Flux.from(commits().find().sort(Sorts.ascending("_id")).batchSize(CURSOR_BATCH))
                .doOnNext(commit -> commit.getList("events", Document.class)
                        .forEach(event -> handler.handle(event.get("payload", Binary.class).getData())))
                .blockLast();
        return Outcome.of(handler.handled(), System.nanoTime() - start);
    }

    /** After a checkpoint, or the server would tell what was on disk at the last one. */
    @Override
    public long bytesOnDisk() {
        Document sizes = Mono.from(database.runCommand(new Document("fsync", 1))).onErrorComplete()
                .then(Mono.from(database.runCommand(new Document("collStats", "commits")))).block();
        return Objects.requireNonNull(sizes).get("totalSize", Number.class).longValue();
    }

    @Override
    public void close() {
        log.close();
        Mono.from(database.drop()).block();
    }
}
