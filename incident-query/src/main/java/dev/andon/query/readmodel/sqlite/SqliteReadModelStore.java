package dev.andon.query.readmodel.sqlite;

import dev.andon.query.readmodel.DocumentStore;
import dev.andon.query.readmodel.KeptVersion;
import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ReadModelStore;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Read models in one SQLite file: one row per version that says how far it has come, and two tables per version. A number
 * names the tables and is never used twice, so that who still holds a dropped version finds no tables rather than another's.
 */
public final class SqliteReadModelStore implements ReadModelStore {

    private static final int FORMAT = 3;

    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS read_model (
                number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, version INTEGER NOT NULL,
                generation INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0,
                hash BLOB NOT NULL DEFAULT (zeroblob(32)), complete INTEGER NOT NULL DEFAULT 0, failure TEXT,
                UNIQUE (name, version, generation)) STRICT;
            """;

    static final String STATE = "SELECT number, version, generation, position, hash, complete, failure FROM read_model ";

    private static final String THIS_VERSION = "WHERE name = ? AND version = ? AND generation = ?";

    private static final String TABLES = """
            CREATE TABLE document_%1$d (
                grp TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, body BLOB,
                PRIMARY KEY (grp, id)) STRICT, WITHOUT ROWID;
            CREATE TABLE field_%1$d (
                field TEXT NOT NULL, value TEXT NOT NULL, grp TEXT NOT NULL, id TEXT NOT NULL,
                PRIMARY KEY (field, value, grp, id)) STRICT, WITHOUT ROWID;
            CREATE INDEX field_of_document_%1$d ON field_%1$d (grp, id);
            """;

    private final Connections connections;

    private SqliteReadModelStore(Connections connections) {
        this.connections = connections;
    }

    /**
     * Opens or creates the file; its directory must be there. Only one process may have it open. One that an older program
     * wrote in another way is begun again.
     */
    public static SqliteReadModelStore open(Path file) {
        return new SqliteReadModelStore(Connections.open(file, FORMAT, SCHEMA));
    }

    @Override
    public Mono<DocumentStore> open(ModelVersion version) {
        return connections.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO read_model (name, version, generation) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                    RETURNING number""")) {
                bind(insert, version);
                Long created = number(insert.executeQuery());
                if (created != null) {
                    try (var create = connection.createStatement()) {
                        create.executeUpdate(TABLES.formatted(created));
                    }
                    return created;
                }
            }
            try (var select = connection.prepareStatement("SELECT number FROM read_model " + THIS_VERSION)) {
                bind(select, version);
                Long known = number(select.executeQuery());
                if (known == null) {
                    throw new SQLException("A version is neither new nor known: " + version);
                }
                return known;
            }
        }).map(number -> new SqliteDocumentStore(connections, version, number));
    }

    @Override
    public Flux<KeptVersion> versions(String name) {
        return connections.read(connection -> {
            List<KeptVersion> kept = new ArrayList<>();
            try (var select = connection
                    .prepareStatement(STATE + "WHERE name = ? ORDER BY version, generation")) {
                select.setString(1, name);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        var version = new ModelVersion(
                                name, rows.getInt("version"), rows.getInt("generation"));
                        kept.add(new KeptVersion(
                                SqliteDocumentStore.state(version, rows),
                                new SqliteDocumentStore(connections, version, rows.getLong("number"))));
                    }
                }
            }
            return kept;
        }).flatMapIterable(kept -> kept);
    }

    @Override
    public Mono<Void> drop(ModelVersion version) {
        return connections.write(connection -> {
            try (var delete = connection
                    .prepareStatement("DELETE FROM read_model " + THIS_VERSION + " RETURNING number")) {
                bind(delete, version);
                Long dropped = number(delete.executeQuery());
                if (dropped != null) {
                    try (var drop = connection.createStatement()) {
                        drop.executeUpdate("DROP TABLE document_%1$d; DROP TABLE field_%1$d".formatted(dropped));
                    }
                }
            }
            return true;
        }).then();
    }

    @Override
    public void close() {
        connections.close();
    }

    private static void bind(PreparedStatement statement, ModelVersion version) throws SQLException {
        statement.setString(1, version.name());
        statement.setInt(2, version.version());
        statement.setInt(3, version.generation());
    }

    private static @Nullable Long number(ResultSet rows) throws SQLException {
        try (rows) {
            return rows.next() ? rows.getLong(1) : null;
        }
    }
}
