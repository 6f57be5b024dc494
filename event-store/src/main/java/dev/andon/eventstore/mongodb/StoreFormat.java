package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.StoreRefusedException;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A database in a format that this version does not know is left alone: an older program that wrote to it would break what
 * the newer one relies on, as it does in a rolling upgrade that is rolled back. A database without a mark is of the first
 * format.
 */
final class StoreFormat {

    private static final int FORMAT = 1;
    private static final String COLLECTION = "format";
    private static final String VERSION = "version";

    private final MongoDatabase database;
    private final MongoCollection<Document> commits;
    private final MongoCollection<Document> marks;

    StoreFormat(MongoDatabase database, String commits) {
        this.database = database;
        this.commits = database.getCollection(commits);
        this.marks = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    Mono<Void> requireKnown() {
        return Mono.from(marks.find(isOfCommits())).map(mark -> mark.getInteger(VERSION, FORMAT))
                .filter(version -> version > FORMAT)
                .flatMap(version -> Mono.error(new StoreRefusedException(
                        "The database %s was written by a newer version of Andon (format %d; this version knows %d): upgrade to open it"
                                .formatted(database.getName(), version, FORMAT))));
    }

    /** Makes what is missing. */
    Mono<Void> prepare() {
        return createIndexes().then(mark());
    }

    /** In this order of fields the server returns matches by position; in the other it would sort them in memory. */
    private Mono<Void> createIndexes() {
        return Flux.from(commits.createIndexes(List.of(
                new IndexModel(ascending(CommitDocument.EVENTS + "." + CommitDocument.TAGS, CommitDocument.FIRST)),
                new IndexModel(ascending(CommitDocument.EVENTS + "." + CommitDocument.TYPE, CommitDocument.FIRST)),
                new IndexModel(ascending(CommitDocument.COMMAND_ID),
                        new IndexOptions().name(MongoEventLog.COMMAND_INDEX).unique(true).sparse(true)))))
                .then();
    }

    private Mono<Void> mark() {
        return Mono.from(marks.updateOne(isOfCommits(), setOnInsert(VERSION, FORMAT),
                new UpdateOptions().upsert(true)))
                // another process has made the same mark
                .onErrorComplete(failure -> failure instanceof MongoServerException server
                        && ErrorCategory.fromErrorCode(server.getCode()) == ErrorCategory.DUPLICATE_KEY)
                .then();
    }

    private Bson isOfCommits() {
        return eq(commits.getNamespace().getCollectionName());
    }
}
