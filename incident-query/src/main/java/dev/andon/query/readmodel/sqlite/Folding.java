package dev.andon.query.readmodel.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the write-ahead log back into the file, beside the thread that writes. Done by that thread itself, tens of megabytes are
 * copied and synced while every projection waits.
 *
 * <p>What has come meanwhile is left. The log begins anew only once nothing is, so the writer folds what is left when the
 * log has become much longer: that is little, for most of it is in the file by then.
 */
final class Folding implements AutoCloseable {

    static final int PAGES_BEFORE_THE_WRITER_FOLDS = 16_000;

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    /** That many are worth beginning with. A page that is written ten times meanwhile is copied once. */
    private static final int PAGES = 4_000;
    private static final int WRITES_BETWEEN_LOOKS = 8;

    private final Connection own;
    private final ExecutorService folding = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("read-model-folder").factory());
    private final AtomicBoolean atIt = new AtomicBoolean();
    private int writes;

    Folding(Connection own) {
        this.own = own;
    }

    /** By whoever writes, between two transactions. */
    void foldIfWorthwhile(Connection writer) {
        if (++writes % WRITES_BETWEEN_LOOKS == 0 && !atIt.get() && pagesLeft("NOOP", writer) >= PAGES) {
            atIt.set(true);
            folding.execute(() -> {
                pagesLeft("PASSIVE", own);
                atIt.set(false);
            });
        }
    }

    /** What cannot be folded now, since the disk is full, will be when there is room. */
    private static int pagesLeft(String mode, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return row.getInt(2) - row.getInt(3);
        } catch (SQLException failure) {
            LOG.debug("The write-ahead log could not be folded back", failure);
            return 0;
        }
    }

    /** Waits for what is being folded. */
    @Override
    public void close() throws SQLException {
        folding.close();
        own.close();
    }
}
