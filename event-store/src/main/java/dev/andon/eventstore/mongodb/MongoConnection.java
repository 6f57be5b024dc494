package dev.andon.eventstore.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.StoreRefusedException;
import java.util.Objects;

/**
 * The database that a connection string names. What is said of the string never quotes it, since it may hold a password;
 * the driver's own complaint about a malformed one does.
 */
public final class MongoConnection implements AutoCloseable {

    private static final String DATABASE = "andon";

    private final MongoClient client;
    private final MongoDatabase database;

    private MongoConnection(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /**
     * Opens no connection yet. Fails with {@link StoreRefusedException} if the string is none, or asks for less than an
     * event log needs.
     *
     * @param connectionString names the database, or "andon" is used
     */
    public static MongoConnection to(String connectionString) {
        ConnectionString uri = parse(connectionString);
        ServerDemands.requireMajority(uri.getWriteConcern(), uri.getReadConcern());
        MongoClient client = MongoClients.create(uri);
        return new MongoConnection(client,
                client.getDatabase(Objects.requireNonNullElse(uri.getDatabase(), DATABASE)));
    }

    private static ConnectionString parse(String connectionString) {
        try {
            return new ConnectionString(connectionString);
        } catch (IllegalArgumentException malformed) {
            throw new StoreRefusedException(
                    "The MongoDB connection string cannot be read: it looks like mongodb://host:27017/andon?replicaSet=rs0, and each of : / ? # [ ] @ in a user name or password is percent-encoded");
        }
    }

    MongoClient client() {
        return client;
    }

    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
    }
}
