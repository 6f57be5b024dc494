package dev.andon.eventstore.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadConcernLevel;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.StoreRefusedException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a log promises, its server must be able to keep: an acknowledged commit that a failover takes back leaves a gap
 * that readers have read across already. Whoever asks for less is told at start-up, not after the failover.
 */
final class ServerDemands {

    private static final int UNAUTHORIZED = 13;
    private static final int NAMESPACE_NOT_FOUND = 26;

    private ServerDemands() {}

    static void requireMajority(@Nullable WriteConcern write, @Nullable ReadConcern read) {
        Object acknowledged = write == null ? null : write.getWObject();
        if (acknowledged != null && !acknowledged.equals("majority")) {
            throw new StoreRefusedException(
                    "The event log needs writes acknowledged by a majority, not by w=%s: leave w out of the connection string, or say w=majority"
                            .formatted(acknowledged));
        }
        if (write != null && Boolean.FALSE.equals(write.getJournal())) {
            throw new StoreRefusedException(
                    "The event log needs journaled writes: leave journal=false out of the connection string");
        }
        ReadConcernLevel level = read == null ? null : read.getLevel();
        if (level != null && level != ReadConcernLevel.MAJORITY) {
            throw new StoreRefusedException(
                    "The event log needs majority reads, not %s: leave readConcernLevel out of the connection string, or say majority"
                            .formatted(level.getValue()));
        }
    }

    static Mono<Void> check(MongoDatabase database, String collection, boolean standaloneAllowed) {
        // "hello" by the name that every version knows
        return Mono.from(database.runCommand(new Document("isMaster", 1))).flatMap(hello -> {
            if ("isdbgrid".equals(hello.get("msg"))) {
                return refuseSharded(database, collection);
            }
            return standaloneAllowed || hello.containsKey("setName")
                    ? Mono.empty()
                    : Mono.error(new StoreRefusedException(
                            "The MongoDB server is a standalone one, which can lose what it acknowledged: start it as a replica set (mongod --replSet; one node is enough), or allow a standalone server explicitly, for development only"));
        });
    }

    /** Shards each check their own part for a duplicate key, so two writers could get the same position. */
    private static Mono<Void> refuseSharded(MongoDatabase database, String collection) {
        return Mono.from(database.runCommand(new Document("collStats", collection)))
                .onErrorComplete(failure -> failure instanceof MongoCommandException refused
                        && refused.getErrorCode() == NAMESPACE_NOT_FOUND)
                .filter(statistics -> Boolean.TRUE.equals(statistics.getBoolean("sharded")))
                .flatMap(_ -> Mono.error(new StoreRefusedException(
                        "The collection %s.%s is sharded, and an event log needs one order: keep it unsharded, on one shard (move the events with mongodump and mongorestore into a database that is not sharded)"
                                .formatted(database.getName(), collection))));
    }

    /** What somebody can do about a server that does not let us begin. The driver's sentences name hosts, no secrets. */
    static Throwable explained(Throwable failure) {
        return switch (failure) {
            case MongoSecurityException _ -> new StoreRefusedException(
                    "MongoDB does not accept this user and password: check them, and authSource, in the connection string",
                    failure);
            case MongoTimeoutException timeout -> new StoreRefusedException(
                    "No MongoDB server that can be written to has answered: check that it runs, that the connection string names its host, port and replica set, and that a primary is elected. "
                            + timeout.getMessage(),
                    failure);
            case MongoCommandException refused when refused.getErrorCode() == UNAUTHORIZED -> new StoreRefusedException(
                    "MongoDB does not let this user keep an event log: give it the role readWrite on the database. "
                            + refused.getErrorMessage(),
                    failure);
            case MongoException other -> new StoreRefusedException(
                    "The event log cannot be opened on this MongoDB server: " + other.getMessage(), failure);
            default -> failure;
        };
    }
}
