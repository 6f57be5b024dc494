package dev.andon.query.readmodel.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.readmodel.DocumentStore;
import dev.andon.query.readmodel.KeptVersion;
import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ProjectionFailure;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.VersionState;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Read models in MongoDB: a collection that says how far each version has come, and a collection per version. That one's
 * name is random, so that a process that still writes to a dropped version cannot reach a later one of the same name.
 */
public final class MongoReadModelStore implements ReadModelStore {

    static final String ID = "_id";
    static final String POSITION = "position";
    static final String SEEN = "seen";
    static final String SEEN_POSITION = "seen.position";
    private static final String HASH = "hash";
    static final String COMPLETE = "complete";
    static final String COLLECTION = "collection";
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final String GENERATION = "generation";
    static final String FAILURE = "failure";

    private final MongoDatabase database;
    private final MongoCollection<Document> versions;

    /** Keeps its collections in this database; closing it leaves the client open. */
    public MongoReadModelStore(MongoDatabase database) {
        // A projector counts on in memory from what was acknowledged. If a failover could take that back, the events in
        // between would never be applied.
        this.database = database.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.versions = this.database.getCollection("read_models");
    }

    @Override
    public Mono<DocumentStore> open(ModelVersion version) {
        String fresh = "read_model.%s.%d.%d.%s".formatted(version.name(), version.version(),
                version.generation(), UUID.randomUUID().toString().substring(0, 8));
        var begun = combine(setOnInsert(POSITION, 0L), setOnInsert(SEEN, document(Bookmark.START)),
                setOnInsert(COMPLETE, false), setOnInsert(COLLECTION, fresh));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(versions.findOneAndUpdate(eq(id(version)), begun, options))
                .retryWhen(Retry.max(1).filter(DuplicateKeys::only))
                .map(this::documents)
                .flatMap(documents -> documents.createIndexes().thenReturn(documents));
    }

    @Override
    public Flux<KeptVersion> versions(String name) {
        return Flux.from(versions.find(and(eq(ID + "." + NAME, name), exists(ID + "." + GENERATION)))
                .sort(ascending(ID + "." + VERSION, ID + "." + GENERATION)))
                .map(found -> new KeptVersion(state(found), documents(found)));
    }

    @Override
    public Mono<Void> drop(ModelVersion version) {
        return Mono.from(versions.findOneAndDelete(eq(id(version))))
                .flatMap(found -> Mono.from(database.getCollection(found.getString(COLLECTION)).drop()));
    }

    @Override
    public void close() {}

    private MongoDocumentStore documents(Document found) {
        return new MongoDocumentStore(version(found), versions, database.getCollection(found.getString(COLLECTION)));
    }

    static VersionState state(Document found) {
        String failure = found.getString(FAILURE);
        return new VersionState(version(found), found.getLong(POSITION), seen(found), found.getBoolean(COMPLETE),
                failure == null ? null : AndonJson.mapper().readValue(failure, ProjectionFailure.class));
    }

    static Document document(Bookmark seen) {
        return new Document(POSITION, seen.position()).append(HASH, new Binary(seen.hash().bytes()));
    }

    private static Bookmark seen(Document found) {
        Document seen = found.get(SEEN, Document.class);
        return new Bookmark(seen.getLong(POSITION), Hash.of(seen.get(HASH, Binary.class).getData()));
    }

    private static ModelVersion version(Document found) {
        Document id = found.get(ID, Document.class);
        return new ModelVersion(id.getString(NAME), id.getInteger(VERSION), id.getInteger(GENERATION));
    }

    private static Document id(ModelVersion version) {
        return new Document(NAME, version.name()).append(VERSION, version.version())
                .append(GENERATION, version.generation());
    }
}
