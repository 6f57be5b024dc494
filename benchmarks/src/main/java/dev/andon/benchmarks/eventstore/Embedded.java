package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Outcome;
import dev.andon.eventstore.CommitDecoding;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/** Logs in files, side by side in one directory, so that all are on the same disk. */
final class Embedded implements Backend {

    private final Path directory;

    Embedded(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String description() {
        return "sqlite-jdbc " + SQLiteJDBCLoader.getVersion() + ", WAL, synchronous=FULL";
    }

    @Override
    public boolean isStandIn() {
        return false;
    }

    @Override
    public Storage create() throws IOException {
        return new LogFile(Files.createTempDirectory(directory, "log-"));
    }

    @Override
    public void close() {}

    private static final class LogFile implements Storage {

        private final Path directory;
        private final SqliteEventLog log;

        LogFile(Path directory) {
            this.directory = directory;
            this.log = SqliteEventLog.open(file());
        }

        private Path file() {
            return directory.resolve("andon.db");
        }

        @Override
        public EventLog log() {
            return log;
        }

        @Override
        public List<Contender> plainWriters() throws SQLException, IOException {
            return List.of(new Ceiling<>(new PlainSqlite(log, directory.resolve("plain.db"))),
                    new Ceiling<>(new BareFile(log, directory.resolve("bare.log"))));
        }

        @Override
        public Outcome scan() throws SQLException {
            NoOperation handler = new NoOperation();
            long start = System.nanoTime();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT first, hash, body FROM commits ORDER BY first")) {
                while (rows.next()) {
                    CommitDecoding.decode(rows.getLong(1), rows.getBytes(3), Hash.of(rows.getBytes(2))).events()
                            .forEach(event -> handler.handle(event.payload()));
                }
            }
            return Outcome.of(handler.handled(), System.nanoTime() - start);
        }

        @Override
        public long bytesOnDisk() throws IOException {
            log.close();
            return Files.size(file());
        }

        @Override
        public void close() throws IOException {
            log.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(LogFile::delete);
            }
        }

        private static void delete(Path file) {
            try {
                Files.delete(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
