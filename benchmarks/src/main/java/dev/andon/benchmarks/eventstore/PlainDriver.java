package dev.andon.benchmarks.eventstore;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver's ordered insertMany, of the very documents that our log has stored, into a collection with its indexes. */
final class PlainDriver implements Ceiling.Twin<Document> {

    static final String NAME = "the plain driver's insertMany";

    private final MongoCollection<Document> original;
    private final MongoCollection<Document> copy;

    PlainDriver(MongoCollection<Document> original, MongoCollection<Document> copy) {
        this.original = original;
        this.copy = copy.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Flux.from(original.listIndexes())
                .filter(index -> !"_id_".equals(index.getString("name")))
                .map(index -> new IndexModel(index.get("key", Document.class), new IndexOptions()
                        .name(index.getString("name"))
                        .unique(index.getBoolean("unique", false)).sparse(index.getBoolean("sparse", false))))
                .collectList().flatMapMany(this.copy::createIndexes).blockLast();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Document> behind(long position, int limit) {
        Flux<Document> commits = Flux
                .from(original.find(Filters.gt("_id", position)).sort(Sorts.ascending("_id")).batchSize(1_000));
        return commits.take(limit).collectList().blockOptional().orElseThrow();
    }

    @Override
    public long lastPosition(Document commit) {
        return commit.getLong("_id") + commit.getInteger("n") - 1;
    }

    @Override
    public void write(List<Document> commits) {
        Mono.from(copy.insertMany(commits)).block();
    }

    @Override
    public void close() {
        Mono.from(copy.drop()).block();
    }
}
