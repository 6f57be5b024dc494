package dev.andon.query.readmodel.sqlite;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The documents of one version in SQLite. Documents and position are one transaction, so neither is ever seen without the
 * other. A document that is gone stays without a body, for whoever remembers it and asks what has changed.
 */
final class SqliteDocumentStore implements DocumentStore {

    private static final String DOCUMENT = "SELECT grp, id, position, body FROM document_%d ";

    private final Connections connections;
    private final ModelVersion version;
    private final long number;
    private volatile boolean changesIndexed;

    SqliteDocumentStore(Connections connections, ModelVersion version, long number) {
        this.connections = connections;
        this.version = version;
        this.number = number;
    }

    @Override
    public ModelVersion version() {
        return version;
    }

    @Override
    public Mono<VersionState> state() {
        return connections.read(connection -> {
            try (var select = connection
                    .prepareStatement(SqliteReadModelStore.STATE + "WHERE number = " + number);
                    ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(state(version, rows))
                        : Optional.<VersionState>empty();
            }
        }).flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Map<DocumentKey, StoredDocument>> load(Set<DocumentKey> keys) {
        return connections.read(connection -> {
            Map<DocumentKey, StoredDocument> stored = new HashMap<>();
            try (var select = connection.prepareStatement(DOCUMENT.formatted(number) + "WHERE grp = ? AND id = ?")) {
                for (DocumentKey key : keys) {
                    bind(select, List.of(key.group(), key.id()));
                    documents(select).forEach(document -> stored.put(key, document));
                }
            }
            return stored;
        });
    }

    @Override
    public Mono<Void> write(List<DocumentChange> changes, Bookmark reached) {
        return connections.write(connection -> {
            moveTo(connection, reached);
            try (var forget = connection
                    .prepareStatement("DELETE FROM field_%d WHERE grp = ? AND id = ?".formatted(number));
                    // Quicker than an update on conflict: it need not look for the old one first.
                    var store = connection.prepareStatement(
                            "INSERT OR REPLACE INTO document_%d (grp, id, position, body) VALUES (?, ?, ?, ?)"
                                    .formatted(number));
                    var index = connection.prepareStatement(
                            "INSERT OR IGNORE INTO field_%d (grp, id, field, value) VALUES (?, ?, ?, ?)"
                                    .formatted(number))) {
                for (DocumentChange change : changes) {
                    StoredDocument document = change.document();
                    DocumentKey key = document.key();
                    bind(store, key);
                    store.setLong(3, document.position());
                    store.setBytes(4, document.body());
                    store.addBatch();
                    if (change.index().equals(change.indexBefore())) {
                        continue;
                    }
                    if (change.indexBefore() == null || !change.indexBefore().isEmpty()) {
                        bind(forget, key);
                        forget.addBatch();
                    }
                    for (Map.Entry<String, String> each : change.index().entrySet()) {
                        bind(index, key);
                        index.setString(3, each.getKey());
                        index.setString(4, each.getValue());
                        index.addBatch();
                    }
                }
                store.executeBatch();
                forget.executeBatch();
                index.executeBatch();
            }
            return true;
        }).then();
    }

    @Override
    public Mono<Void> complete() {
        return connections.write(connection -> {
            change(connection, "UPDATE read_model SET complete = 1 WHERE number = ?", List.of(number));
            return true;
        }).then();
    }

    @Override
    public Mono<Void> fail(@Nullable ProjectionFailure failure) {
        String told = failure == null ? null : AndonJson.mapper().writeValueAsString(failure);
        return connections.write(connection -> {
            change(connection, "UPDATE read_model SET failure = ? WHERE number = ?", Arrays.asList(told, number));
            return true;
        }).then();
    }

    @Override
    public Mono<StoredDocument> find(DocumentKey key) {
        return select("WHERE grp = ? AND id = ? AND body IS NOT NULL", key.group(), key.id()).next();
    }

    @Override
    public Flux<StoredDocument> findGroup(String group) {
        return select("WHERE grp = ? AND body IS NOT NULL ORDER BY id", group);
    }

    @Override
    public Flux<StoredDocument> findGroupAfter(String group, String id) {
        return select("WHERE grp = ? AND id > ? AND body IS NOT NULL ORDER BY id", group, id);
    }

    @Override
    public Flux<StoredDocument> findChanged(long after) {
        Flux<StoredDocument> changed = select("WHERE position > ?", after);
        return after == 0 ? changed : indexChanges().thenMany(changed);
    }

    /** Made for the first who asks, so that what nobody remembers is written without it. */
    private Mono<Void> indexChanges() {
        return Mono.defer(() -> changesIndexed ? Mono.empty() : connections.write(connection -> {
            try (var create = connection.createStatement()) {
                create.executeUpdate(
                        "CREATE INDEX IF NOT EXISTS changed_%1$d ON document_%1$d (position)".formatted(number));
            }
            changesIndexed = true;
            return true;
        }).then());
    }

    @Override
    public Flux<FoundDocument> query(DocumentQuery query) {
        var translated = new SqliteQuery(number, query);
        return connections.read(connection -> {
            List<FoundDocument> found = new ArrayList<>();
            try (var select = connection.prepareStatement(translated.sql())) {
                bind(select, translated.parameters());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        StoredDocument document = document(rows);
                        found.add(new FoundDocument(document, new Cursor(rows.getString("value"), document.key())));
                    }
                }
            }
            return found;
        }).flatMapIterable(found -> found);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqliteDocumentStore that && that.connections == connections && that.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    private Flux<StoredDocument> select(String condition, Object... parameters) {
        return connections.read(connection -> {
            try (var select = connection.prepareStatement(DOCUMENT.formatted(number) + condition)) {
                bind(select, List.of(parameters));
                return documents(select);
            }
        }).flatMapIterable(found -> found);
    }

    private void moveTo(Connection connection, Bookmark reached) throws SQLException {
        change(connection, """
                UPDATE read_model SET hash = iif(?1 > position, ?2, hash), position = max(?1, position)
                WHERE number = ?3""", List.of(reached.position(), reached.hash().bytes(), number));
    }

    private void change(Connection connection, String sql, List<? extends @Nullable Object> parameters)
            throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            if (execute(update, parameters) == 0) {
                throw new VersionDroppedException(version);
            }
        }
    }

    static VersionState state(ModelVersion version, ResultSet row) throws SQLException {
        long position = row.getLong("position");
        String failure = row.getString("failure");
        return new VersionState(version, position, new Bookmark(position, Hash.of(row.getBytes("hash"))),
                row.getBoolean("complete"),
                failure == null ? null : AndonJson.mapper().readValue(failure, ProjectionFailure.class));
    }

    private static void bind(PreparedStatement statement, DocumentKey key) throws SQLException {
        statement.setString(1, key.group());
        statement.setString(2, key.id());
    }

    private static int execute(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        bind(statement, parameters);
        return statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> parameters)
            throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }

    private static List<StoredDocument> documents(PreparedStatement select) throws SQLException {
        List<StoredDocument> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(document(rows));
            }
        }
        return found;
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        var key = new DocumentKey(row.getString("grp"), row.getString("id"));
        return new StoredDocument(key, row.getLong("position"), row.getBytes("body"));
    }
}
