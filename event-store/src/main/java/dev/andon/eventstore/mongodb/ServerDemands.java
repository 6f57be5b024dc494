package dev.andon.eventstore.mongodb;

import com.mongodb.ConnectionString;
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

    private ServerDemands() {}

    static void check(ConnectionString uri) {
        requireMajority(uri.getWriteConcern(), uri.getReadConcern());
    }

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

    static Mono<Void> refuseStandalone(MongoDatabase database) {
        // "hello" by the name that every version knows
        return Mono.from(database.runCommand(new Document("isMaster", 1))).flatMap(hello -> {
            boolean replicaSet = hello.containsKey("setName");
            boolean router = "isdbgrid".equals(hello.get("msg"));
            return replicaSet || router
                    ? Mono.empty()
                    : Mono.error(new StoreRefusedException(
                            "The MongoDB server is a standalone one, which can lose what it acknowledged: start it as a replica set (mongod --replSet; one node is enough), or allow a standalone server explicitly, for development only"));
        });
    }
}
