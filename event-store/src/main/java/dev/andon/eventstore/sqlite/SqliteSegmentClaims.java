package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConfig;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Claims in an SQLite file. Each change is one statement or one immediate transaction, so that no other process gets
 * between the comparison and the setting. The file is not the log's: SQLite has one writer a file, and a command would
 * wait for the progress of whoever reads.
 */
public final class SqliteSegmentClaims implements SegmentClaims {

    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS segment_claim (
                processor TEXT NOT NULL, segment INTEGER NOT NULL, mask INTEGER NOT NULL, progress TEXT NOT NULL,
                owner TEXT, until INTEGER, PRIMARY KEY (processor, segment)) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS segment_store (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;
            """;

    private final Connection connection;
    private final Scheduler thread = Schedulers.newSingle("segment-claims", true);

    private SqliteSegmentClaims(Connection connection) {
        this.connection = connection;
    }

    /** @param directoryOrFile a name that ends in ".db" is the file; any other is an existing directory to keep it in */
    public static SqliteSegmentClaims open(Path directoryOrFile) {
        Path file = directoryOrFile.toString().endsWith(".db") ? directoryOrFile : directoryOrFile.resolve("claims.db");
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A power failure may take the last progress with it, never the file: what it takes is handled again.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(10_000);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate(SCHEMA);
            }
            var claims = new SqliteSegmentClaims(connection);
            claims.update("INSERT OR IGNORE INTO segment_store VALUES (1, ?)", UUID.randomUUID().toString());
            return claims;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep claims in " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Flux<SegmentProgress> segments(String processor) {
        return run(() -> query("""
                SELECT segment, mask, progress, owner, until FROM segment_claim WHERE processor = ? ORDER BY segment
                """, processor)).flatMapIterable(found -> found);
    }

    @Override
    public Mono<Boolean> replace(String processor, String owner, Set<Integer> removed, List<SegmentProgress> added) {
        return run(() -> {
            connection.setAutoCommit(false);
            try {
                boolean replaced = remove(processor, owner, removed) && insert(processor, added);
                if (replaced) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return replaced;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public Mono<SegmentProgress> claim(String processor, int segment, Claim claim, Instant now) {
        return run(() -> query("""
                UPDATE segment_claim SET owner = ?, until = ?
                WHERE processor = ? AND segment = ? AND (owner IS NULL OR owner = ? OR until <= ?)
                RETURNING segment, mask, progress, owner, until
                """, claim.owner(), claim.until().toEpochMilli(), processor, segment, claim.owner(),
                now.toEpochMilli()))
                .flatMap(claimed -> Mono.justOrEmpty(claimed.stream().findFirst()));
    }

    @Override
    public Mono<Boolean> extend(String processor, int segment, Claim claim) {
        return run(() -> update("UPDATE segment_claim SET until = ? WHERE processor = ? AND segment = ? AND owner = ?",
                claim.until().toEpochMilli(), processor, segment, claim.owner()));
    }

    @Override
    public Mono<Boolean> store(String processor, int segment, Claim claim, String progress) {
        return run(() -> update("""
                UPDATE segment_claim SET progress = ?, until = ? WHERE processor = ? AND segment = ? AND owner = ?
                """, progress, claim.until().toEpochMilli(), processor, segment, claim.owner()));
    }

    @Override
    public Mono<Boolean> release(String processor, int segment, String owner) {
        return run(() -> update("""
                UPDATE segment_claim SET owner = NULL, until = NULL WHERE processor = ? AND segment = ? AND owner = ?
                """, processor, segment, owner));
    }

    @Override
    public Mono<String> storeId() {
        return run(() -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT id FROM segment_store")) {
                return rows.getString("id");
            }
        });
    }

    @Override
    public void close() {
        // Behind whatever is under way: the driver must not close a connection that a statement still uses.
        run(() -> {
            connection.close();
            return true;
        }).toFuture().join();
        thread.dispose();
    }

    private boolean remove(String processor, String owner, Set<Integer> removed) throws SQLException {
        for (int segment : removed) {
            if (!update("DELETE FROM segment_claim WHERE processor = ? AND segment = ? AND owner = ?", processor,
                    segment,
                    owner)) {
                return false;
            }
        }
        return true;
    }

    private boolean insert(String processor, List<SegmentProgress> added) throws SQLException {
        for (SegmentProgress each : added) {
            if (!update("INSERT OR IGNORE INTO segment_claim (processor, segment, mask, progress) VALUES (?, ?, ?, ?)",
                    processor, each.segment(), each.mask(), each.progress())) {
                return false;
            }
        }
        return true;
    }

    private boolean update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private List<SegmentProgress> query(String sql, Object... parameters) throws SQLException {
        List<SegmentProgress> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(progress(rows));
                }
            }
        }
        return found;
    }

    private static SegmentProgress progress(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        Claim claim = owner == null ? null : new Claim(owner, Instant.ofEpochMilli(row.getLong("until")));
        return new SegmentProgress(row.getInt("segment"), row.getInt("mask"), row.getString("progress"), claim);
    }

    private <T> Mono<T> run(Statements<T> statements) {
        return Mono.fromCallable(statements::run).subscribeOn(thread);
    }

    private interface Statements<T> {

        T run() throws SQLException;
    }
}
