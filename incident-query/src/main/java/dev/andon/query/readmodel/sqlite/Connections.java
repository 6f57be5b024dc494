package dev.andon.query.readmodel.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConfig;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One connection that writes and a few that read, on threads of their own. Keeps: no caller's thread ever waits for the
 * disk, and a reader never waits for the writer.
 */
final class Connections implements AutoCloseable {

    private static final int READERS = 4;
    /** Most documents are too large for a row of a smaller one, and every page is a call of its own when it is written. */
    private static final int PAGE_SIZE = 8_192;
    /** Negative, or it would be pages. */
    private static final int CACHE_KIB = -16_000;

    private final Connection writer;
    private final Folding folding;
    private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
    private final Scheduler writing = Schedulers.newSingle("read-model-writer", true);
    private final Scheduler reading = Schedulers.newBoundedElastic(READERS, Integer.MAX_VALUE, "read-model-reader", 60,
            true);

    private Connections(Connection writer, Folding folding) {
        this.writer = writer;
        this.folding = folding;
    }

    /** @param format which other files than those of this schema do not have; they are deleted */
    static Connections open(Path file, int format, String schema) {
        try {
            if (Files.exists(file) && formatOf(file) != format) {
                for (String part : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(Path.of(file + part));
                }
            }
            if (!Files.exists(file)) {
                create(file, format);
            }
            String url = "jdbc:sqlite:" + file;
            var connections = new Connections(
                    settings().createConnection(url), new Folding(settings().createConnection(url)));
            try (var statement = connections.writer.createStatement()) {
                statement.executeUpdate(schema + "PRAGMA user_version = " + format);
            }
            for (int i = 0; i < READERS; i++) {
                SQLiteConfig readOnly = settings();
                readOnly.setReadOnly(true);
                connections.readers.add(readOnly.createConnection(url));
            }
            return connections;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot keep read models in " + file + ": " + e.getMessage(), e);
        }
    }

    /** The size of its pages is settled before anything else, the journal included. */
    private static void create(Path file, int format) throws SQLException {
        try (var connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA page_size = %d; PRAGMA user_version = %d".formatted(PAGE_SIZE, format));
        }
    }

    private static int formatOf(Path file) throws SQLException {
        try (var connection = settings().createConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static SQLiteConfig settings() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A power failure may take the last transactions, never the file, and each holds its documents with their
        // position: what is lost is applied again. Waiting for the disk would buy nothing.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(10_000);
        // Nobody asks for them, and the driver would look them up with a statement behind every insertion.
        config.setGetGeneratedKeys(false);
        config.setPragma(
                SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(Folding.PAGES_BEFORE_THE_WRITER_FOLDS));
        config.setCacheSize(CACHE_KIB);
        return config;
    }

    /** Does this in one transaction. */
    <T> Mono<T> write(Work<T> work) {
        return Mono.fromCallable(() -> {
            T result = inTransaction(work);
            folding.foldIfWorthwhile(writer);
            return result;
        }).subscribeOn(writing);
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        writer.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(writer);
            writer.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                writer.rollback();
            }
            writer.setAutoCommit(true);
        }
    }

    <T> Mono<T> read(Work<T> work) {
        return Mono.fromCallable(() -> {
            Connection reader = readers.take();
            try {
                return work.on(reader);
            } finally {
                readers.add(reader);
            }
        }).subscribeOn(reading);
    }

    @Override
    public void close() {
        // Behind whatever is under way: the driver must not close a connection that a statement still uses.
        Mono.fromCallable(() -> {
            folding.close();
            writer.close();
            return true;
        }).subscribeOn(writing).toFuture().join();
        Mono.fromCallable(() -> {
            List<Connection> idle = new ArrayList<>();
            while (idle.size() < READERS) {
                idle.add(readers.take());
            }
            for (Connection each : idle) {
                each.close();
            }
            return true;
        }).subscribeOn(Schedulers.boundedElastic()).toFuture().join();
        writing.dispose();
        reading.dispose();
    }

    /** Statements on a connection. */
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }
}
