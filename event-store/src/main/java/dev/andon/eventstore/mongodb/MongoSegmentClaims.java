package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Claims in MongoDB: one document per processor that holds all its segments, so that a split or a merge is one update of
 * one document and needs no transaction.
 */
public final class MongoSegmentClaims implements SegmentClaims {

    private static final String SEGMENTS = "segments";
    private static final String MASK = "mask";
    private static final String PROGRESS = "progress";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";
    private static final String STORE_ID = "storeId";

    private final MongoCollection<Document> processors;
    private final MongoCollection<Document> identity;

    /** Keeps its two collections beside the events; closing it leaves the client open. */
    public MongoSegmentClaims(MongoDatabase database) {
        MongoDatabase durable = database.withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.processors = durable.getCollection("processors");
        this.identity = durable.getCollection("identity");
    }

    @Override
    public Flux<SegmentProgress> segments(String processor) {
        return Mono.from(processors.find(eq(processor))).flatMapIterable(found -> segments(found).toList());
    }

    @Override
    public Mono<Boolean> replace(String processor, String owner, Set<Integer> removed, List<SegmentProgress> added) {
        List<Bson> conditions = new ArrayList<>(List.of(eq(processor)));
        List<Bson> changes = new ArrayList<>();
        Set<Integer> addedSegments = Set.copyOf(added.stream().map(SegmentProgress::segment).toList());
        for (int segment : removed) {
            conditions.add(eq(field(segment, OWNER), owner));
            if (!addedSegments.contains(segment)) {
                changes.add(unset(field(segment)));
            }
        }
        for (SegmentProgress each : added) {
            if (!removed.contains(each.segment())) {
                conditions.add(exists(field(each.segment()), false));
            }
            changes.add(set(field(each.segment()),
                    new Document(MASK, each.mask()).append(PROGRESS, each.progress())));
        }
        // A processor that is new has no document yet; one whose segment exists already fails to be inserted twice.
        var options = new UpdateOptions().upsert(removed.isEmpty());
        return Mono.from(processors.updateOne(and(conditions), combine(changes), options))
                .map(result -> result.getMatchedCount() == 1 || result.getUpsertedId() != null)
                .onErrorResume(MongoSegmentClaims::isDuplicateKey, _ -> Mono.just(false));
    }

    @Override
    public Mono<SegmentProgress> claim(String processor, int segment, Claim claim, Instant now) {
        Bson available = and(eq(processor), exists(field(segment)),
                or(exists(field(segment, OWNER), false), eq(field(segment, OWNER), claim.owner()),
                        lte(field(segment, UNTIL), Date.from(now))));
        Bson taken = combine(set(field(segment, OWNER), claim.owner()),
                set(field(segment, UNTIL), Date.from(claim.until())));
        return Mono.from(processors.findOneAndUpdate(available, taken, after()))
                .flatMapIterable(found -> segments(found).toList()).filter(each -> each.segment() == segment).next();
    }

    @Override
    public Mono<Boolean> extend(String processor, int segment, Claim claim) {
        return updateOwned(processor, segment, claim.owner(), set(field(segment, UNTIL), Date.from(claim.until())));
    }

    @Override
    public Mono<Boolean> store(String processor, int segment, Claim claim, String progress) {
        return updateOwned(processor, segment, claim.owner(), combine(set(field(segment, PROGRESS), progress),
                set(field(segment, UNTIL), Date.from(claim.until()))));
    }

    @Override
    public Mono<Boolean> release(String processor, int segment, String owner) {
        return updateOwned(processor, segment, owner,
                combine(unset(field(segment, OWNER)), unset(field(segment, UNTIL))));
    }

    @Override
    public Mono<String> storeId() {
        return Mono.from(identity.findOneAndUpdate(eq(STORE_ID), setOnInsert("value", UUID.randomUUID().toString()),
                after().upsert(true))).retryWhen(Retry.max(1).filter(MongoSegmentClaims::isDuplicateKey))
                .map(found -> found.getString("value"));
    }

    @Override
    public void close() {}

    private Mono<Boolean> updateOwned(String processor, int segment, String owner, Bson change) {
        return Mono.from(processors.updateOne(and(eq(processor), eq(field(segment, OWNER), owner)), change))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Stream<SegmentProgress> segments(Document processor) {
        Document segments = processor.get(SEGMENTS, new Document());
        return segments.keySet().stream().map(number -> progress(Integer.parseInt(number),
                segments.get(number, Document.class))).sorted(Comparator.comparingInt(SegmentProgress::segment));
    }

    private static SegmentProgress progress(int segment, Document stored) {
        String owner = stored.getString(OWNER);
        Claim claim = owner == null ? null : new Claim(owner, stored.getDate(UNTIL).toInstant());
        return new SegmentProgress(segment, stored.getInteger(MASK), stored.getString(PROGRESS), claim);
    }

    private static FindOneAndUpdateOptions after() {
        return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    }

    private static String field(int segment) {
        return SEGMENTS + "." + segment;
    }

    private static String field(int segment, String name) {
        return field(segment) + "." + name;
    }

    private static boolean isDuplicateKey(Throwable error) {
        return error instanceof MongoServerException server
                && ErrorCategory.fromErrorCode(server.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
