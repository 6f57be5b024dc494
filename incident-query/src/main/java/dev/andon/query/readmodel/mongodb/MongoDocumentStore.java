package dev.andon.query.readmodel.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.COLLECTION;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.COMPLETE;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.FAILURE;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.ID;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.POSITION;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.SEEN;
import static dev.andon.query.readmodel.mongodb.MongoReadModelStore.SEEN_POSITION;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.Bookmark;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.readmodel.Cursor;
import dev.andon.query.readmodel.DocumentChange;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.DocumentStore;
import dev.andon.query.readmodel.FoundDocument;
import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ProjectionFailure;
import dev.andon.query.readmodel.StoredDocument;
import dev.andon.query.readmodel.VersionDroppedException;
import dev.andon.query.readmodel.VersionState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The documents of one version in MongoDB, without a transaction: first what they are going to have seen, then all
 * documents, then the position.
 *
 * <p>Keeps: a document is never replaced by what it was at an earlier event. A process that paused while another one took
 * its work over would otherwise wake up and put old documents back; for the same reason one that is gone stays behind
 * without a body, or the late writer would bring it to life again.
 */
final class MongoDocumentStore implements DocumentStore {

    static final String GROUP = "_id.group";
    static final String KEY = "_id.id";
    static final String BODY = "body";

    private final ModelVersion version;
    private final MongoCollection<Document> versions;
    private final MongoCollection<Document> documents;

    MongoDocumentStore(ModelVersion version, MongoCollection<Document> versions, MongoCollection<Document> documents) {
        this.version = version;
        this.versions = versions;
        this.documents = documents;
    }

    Mono<Void> createIndexes() {
        return Mono.from(documents.createIndex(ascending(GROUP, KEY)))
                .then(Mono.from(documents.createIndex(ascending(POSITION))))
                .then(Mono.from(documents.createIndex(ascending(IndexFields.INDEX + ".$**")))).then();
    }

    @Override
    public ModelVersion version() {
        return version;
    }

    @Override
    public Mono<VersionState> state() {
        return Mono.from(versions.find(thisVersion())).map(MongoReadModelStore::state);
    }

    @Override
    public Mono<Map<DocumentKey, StoredDocument>> load(Set<DocumentKey> keys) {
        return Flux.from(documents.find(in(ID, keys.stream().map(MongoDocumentStore::id).toList())))
                .map(MongoDocumentStore::stored).collectMap(StoredDocument::key);
    }

    @Override
    public Mono<Void> write(List<DocumentChange> changes, Bookmark reached) {
        Mono<Void> seen = moveTo(SEEN_POSITION, reached, set(SEEN, MongoReadModelStore.document(reached)));
        Mono<Void> stored = changes.isEmpty() ? Mono.empty()
                : Mono.from(documents.bulkWrite(changes.stream().map(MongoDocumentStore::unlessNewer).toList(),
                        new BulkWriteOptions().ordered(false)))
                        .onErrorComplete(DuplicateKeys::only).then();
        return seen.then(stored).then(moveTo(POSITION, reached, set(POSITION, reached.position())));
    }

    /** Nothing is to be done where another process has come further. */
    private Mono<Void> moveTo(String position, Bookmark reached, Bson change) {
        return Mono.from(versions.updateOne(and(thisVersion(), lt(position, reached.position())), change))
                .filter(result -> result.getMatchedCount() == 0)
                .flatMap(_ -> state().switchIfEmpty(Mono.error(() -> new VersionDroppedException(version))))
                .then();
    }

    @Override
    public Mono<Void> complete() {
        return update(set(COMPLETE, true));
    }

    @Override
    public Mono<Void> fail(@Nullable ProjectionFailure failure) {
        return update(failure == null
                ? unset(FAILURE)
                : set(FAILURE, AndonJson.mapper().writeValueAsString(failure)));
    }

    @Override
    public Mono<StoredDocument> find(DocumentKey key) {
        return Mono.from(documents.find(and(eq(id(key)), exists(BODY)))).map(MongoDocumentStore::stored);
    }

    @Override
    public Flux<StoredDocument> findGroup(String group) {
        return Flux.from(documents.find(and(eq(GROUP, group), exists(BODY))).sort(ascending(GROUP, KEY)))
                .map(MongoDocumentStore::stored);
    }

    @Override
    public Flux<StoredDocument> findGroupAfter(String group, String id) {
        return Flux.from(documents.find(and(eq(GROUP, group), gt(KEY, id), exists(BODY))).sort(ascending(GROUP, KEY)))
                .map(MongoDocumentStore::stored);
    }

    @Override
    public Flux<StoredDocument> findChanged(long after) {
        return Flux.from(documents.find(gt(POSITION, after))).map(MongoDocumentStore::stored);
    }

    @Override
    public Flux<FoundDocument> query(DocumentQuery query) {
        var translated = new MongoQuery(query);
        return Flux.from(documents.find(translated.filter()).sort(translated.sort()).limit(query.limit()))
                .map(found -> new FoundDocument(stored(found), cursor(query, found)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MongoDocumentStore that
                && that.documents.getNamespace().equals(documents.getNamespace());
    }

    @Override
    public int hashCode() {
        return documents.getNamespace().hashCode();
    }

    private Mono<Void> update(Bson change) {
        return Mono.from(versions.updateOne(thisVersion(), change))
                .flatMap(result -> result.getMatchedCount() == 1
                        ? Mono.<Void>empty()
                        : Mono.error(new VersionDroppedException(version)));
    }

    private Bson thisVersion() {
        return eq(COLLECTION, documents.getNamespace().getCollectionName());
    }

    /** Where a newer one is, this matches nothing, and the insertion it then tries fails as a duplicate. */
    private static ReplaceOneModel<Document> unlessNewer(DocumentChange change) {
        StoredDocument document = change.document();
        var replacement = new Document(ID, id(document.key())).append(POSITION, document.position());
        byte[] body = document.body();
        if (body != null) {
            replacement.append(BODY, new Binary(body)).append(IndexFields.INDEX, IndexFields.of(change.index()));
        }
        return new ReplaceOneModel<>(and(eq(id(document.key())), lt(POSITION, document.position())), replacement,
                new ReplaceOptions().upsert(true));
    }

    private static Cursor cursor(DocumentQuery query, Document found) {
        String sortedBy = query.sortedBy();
        String value = sortedBy == null ? ""
                : found.get(IndexFields.INDEX, Document.class).getString(IndexFields.escaped(sortedBy));
        return new Cursor(value, stored(found).key());
    }

    private static Document id(DocumentKey key) {
        return new Document("group", key.group()).append("id", key.id());
    }

    private static StoredDocument stored(Document found) {
        Document id = found.get(ID, Document.class);
        Binary body = found.get(BODY, Binary.class);
        return new StoredDocument(new DocumentKey(id.getString("group"), id.getString("id")), found.getLong(POSITION),
                body == null ? null : body.getData());
    }
}
