package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.StoreRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * A commit that was acknowledged survives a power cut (WAL with a sync on every commit), and a file in a format that
 * this version does not know is left alone: an older program that wrote to it would break what the newer one relies on.
 */
final class StoreFile {

    static final int FORMAT = 2;

    private static final int APPLICATION = 0x414E444E; // "ANDN"
    private static final String NAME_IN_DIRECTORY = "andon.db";
    private static final int BUSY_TIMEOUT_MILLISECONDS = 10_000;
    private static final int CACHE_KILOBYTES = 8 * 1024;
    // far more than are ever left to it, see Folding: only the bound of a log that is not folded back as fast as it grows
    private static final int PAGES_BEFORE_THE_WRITER_FOLDS = 4 * Folding.PAGES;

    /** One row per commit; the body is the commit's encoding, whose digest is the hash. */
    private static final String COMMITS = """
            CREATE TABLE commits (
              first INTEGER PRIMARY KEY,
              hash BLOB NOT NULL,
              body BLOB NOT NULL)""";
    /** One row per commit that is the result of a command, for each commit up to where the index goes. */
    private static final String COMMANDS = """
            CREATE TABLE commands (
              fingerprint INTEGER NOT NULL,
              first INTEGER NOT NULL,
              PRIMARY KEY (fingerprint, first)) WITHOUT ROWID""";
    /** The tags and types that occur together; the empty tag stands for any event. */
    private static final String SUBJECTS = """
            CREATE TABLE subjects (
              tag TEXT NOT NULL,
              type TEXT NOT NULL,
              number INTEGER NOT NULL,
              PRIMARY KEY (tag, type)) WITHOUT ROWID""";
    /** One row per subject of some event of the commit, for each commit up to where the index goes. */
    private static final String OCCURRENCES = """
            CREATE TABLE occurrences (
              subject INTEGER NOT NULL,
              first INTEGER NOT NULL,
              PRIMARY KEY (subject, first)) WITHOUT ROWID""";
    private static final String INDEXED = "CREATE TABLE indexed (up_to INTEGER NOT NULL)";

    private final Path path;

    private StoreFile(Path path) {
        this.path = path;
    }

    /** The file itself if the name ends in ".db", else a file in that directory; what is missing comes to be. */
    static StoreFile at(Path path) throws IOException {
        StoreFile file = named(path);
        Path directory = file.path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return file;
    }

    /** Like {@link #at}, but what is missing is refused. */
    static StoreFile existing(Path path) {
        StoreFile file = named(path);
        if (!Files.isRegularFile(file.path)) {
            throw new StoreRefusedException("There is no event store at " + file.path);
        }
        return file;
    }

    private static StoreFile named(Path path) {
        Path file = path.toString().endsWith(".db") ? path : path.resolve(NAME_IN_DIRECTORY);
        return new StoreFile(file.toAbsolutePath());
    }

    Path path() {
        return path;
    }

    Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
        config.setCacheSize(-CACHE_KILOBYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(PAGES_BEFORE_THE_WRITER_FOLDS));
        // else the driver asks for the last row's id after every row, with a statement that it prepares each time
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /**
     * A connection that changes nothing, beside which the owner can go on writing.
     *
     * @param inUse whether somebody has the store open, or had it when he died; otherwise not even the files are made
     *     that readers of one in use need
     */
    Connection connectToRead(boolean inUse) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
        Connection connection = config.createConnection(
                "jdbc:sqlite:" + path.toUri() + (inUse ? "?mode=ro" : "?immutable=1"));
        try (Statement statement = connection.createStatement()) {
            // else not a row is to be had of a file that has been cut off
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute("PRAGMA cache_size = " + -CACHE_KILOBYTES);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    boolean hasWriteAheadLog() {
        return Files.exists(path.resolveSibling(path.getFileName() + "-wal"));
    }

    FileTime lastModified() throws IOException {
        return Files.getLastModifiedTime(path);
    }

    /** Creates the tables of a new file, and refuses a file that is not this program's to write. */
    void prepare(Connection connection) throws SQLException {
        if (isEmpty(connection)) {
            create(connection);
        }
    }

    /** Refuses a file that this program does not know. */
    boolean isEmpty(Connection connection) throws SQLException {
        int application = pragma(connection, "application_id");
        int format = pragma(connection, "user_version");
        boolean empty = pragma(connection, "schema_version") == 0;
        if (application != APPLICATION && !empty) {
            throw new StoreRefusedException(path + " is not an Andon event store");
        }
        if (format > FORMAT) {
            throw new StoreRefusedException(
                    "%s was written by a newer version of Andon (format %d; this version knows %d): upgrade to open it"
                            .formatted(path, format, FORMAT));
        }
        if (format < FORMAT && !empty) {
            throw new StoreRefusedException(
                    "%s was written by a version of Andon from before its first release (format %d; this version knows %d): export what you need with that version, and begin anew"
                            .formatted(path, format, FORMAT));
        }
        return empty;
    }

    private static void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(COMMITS);
            statement.execute(COMMANDS);
            statement.execute(SUBJECTS);
            statement.execute(OCCURRENCES);
            statement.execute(INDEXED);
            statement.execute("INSERT INTO indexed VALUES (0)");
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + FORMAT);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.getInt(1);
        }
    }
}
