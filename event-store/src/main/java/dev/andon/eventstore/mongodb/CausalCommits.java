package dev.andon.eventstore.mongodb;

import com.mongodb.ClientSessionOptions;
import com.mongodb.reactivestreams.client.ClientSession;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Each answer knows everything that an earlier answer knew, whichever server gives it. For a moment after a failover the
 * new primary does not know of all that a majority has: asked then for conflicts up to a head that its predecessor told,
 * it finds none, and an append goes through that must not.
 *
 * <p>Each question has a session of its own, since none may be shared between questions that are asked at once; what
 * they hand on to each other is the time of the newest answer. A server without sessions is asked without; it has no
 * other one to fail over to.
 */
final class CausalCommits {

    private static final ClientSessionOptions CAUSAL = ClientSessionOptions.builder().causallyConsistent(true).build();

    private final MongoCollection<Document> commits;
    private final @Nullable MongoClient sessions;
    private final AtomicReference<@Nullable Seen> seen = new AtomicReference<>();

    private record Seen(BsonTimestamp operationTime, BsonDocument clusterTime) {}

    /** @param sessions where to get them, or nothing if the server has none */
    CausalCommits(MongoCollection<Document> commits, @Nullable MongoClient sessions) {
        this.commits = commits;
        this.sessions = sessions;
    }

    static Mono<Boolean> areSupportedBy(MongoDatabase database) {
        return Mono.from(database.runCommand(new Document("isMaster", 1)))
                .map(hello -> hello.containsKey("logicalSessionTimeoutMinutes"));
    }

    /** Whole commits, as bytes. */
    Flux<RawBsonDocument> find(Bson filter, UnaryOperator<FindPublisher<RawBsonDocument>> options) {
        return find(filter, RawBsonDocument.class, options);
    }

    Flux<Document> findParts(Bson filter, UnaryOperator<FindPublisher<Document>> options) {
        return find(filter, Document.class, options);
    }

    private <T> Flux<T> find(Bson filter, Class<T> type, UnaryOperator<FindPublisher<T>> options) {
        return sessions == null
                ? Flux.from(options.apply(commits.find(filter, type)))
                : causally(sessions, session -> options.apply(commits.find(session, filter, type)));
    }

    Mono<Void> insert(List<RawBsonDocument> documents) {
        MongoCollection<RawBsonDocument> raw = commits.withDocumentClass(RawBsonDocument.class);
        return sessions == null
                ? Mono.from(raw.insertMany(documents)).then()
                : causally(sessions, session -> raw.insertMany(session, documents)).then();
    }

    private <T> Flux<T> causally(MongoClient client, Function<ClientSession, Publisher<T>> question) {
        return Flux.usingWhen(Mono.from(client.startSession(CAUSAL)).doOnNext(this::bringUpToDate), question,
                session -> Mono.fromRunnable(() -> end(session)));
    }

    private void bringUpToDate(ClientSession session) {
        Seen newest = seen.get();
        if (newest != null) {
            session.advanceClusterTime(newest.clusterTime());
            session.advanceOperationTime(newest.operationTime());
        }
    }

    private void end(ClientSession session) {
        BsonTimestamp operationTime = session.getOperationTime();
        BsonDocument clusterTime = session.getClusterTime();
        if (operationTime != null && clusterTime != null) {
            seen.accumulateAndGet(new Seen(operationTime, clusterTime), CausalCommits::later);
        }
        session.close();
    }

    private static Seen later(@Nullable Seen one, Seen other) {
        return one == null || one.operationTime().compareTo(other.operationTime()) < 0 ? other : one;
    }
}
