package dev.andon.eventstore.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the write-ahead log back into the file, beside the thread that writes. Done by that thread itself, thousands of
 * pages are copied and synced while everybody waits who comes meanwhile.
 *
 * <p>The log starts at its beginning again only once nothing is left to be folded, and under steady writing something
 * always is: it would grow without end. So the rest, the few pages that have come during the last pass, is folded between
 * two appends, where nothing comes in between.
 */
final class Folding implements AutoCloseable {

    /** That many are worth beginning with. A page that is written ten times meanwhile is copied once. */
    static final int PAGES = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    private static final int WRITES_BETWEEN_LOOKS = 32;
    private static final int FEW_PAGES = 100;
    private static final int MAX_PASSES = 5;
    private static final String LOOK = "PRAGMA wal_checkpoint(NOOP)";
    private static final String FOLD = "PRAGMA wal_checkpoint(PASSIVE)";

    private final StoreConnection own;
    private final StoreConnection writers;
    private final Executor betweenAppends;
    private final ExecutorService folding = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("andon-log-folder").factory());
    private final AtomicBoolean atIt = new AtomicBoolean();
    private int writes;

    Folding(StoreConnection own, StoreConnection writers, Executor betweenAppends) {
        this.own = own;
        this.writers = writers;
        this.betweenAppends = betweenAppends;
    }

    /** By whoever writes, between two appends. */
    void foldIfWorthwhile() {
        if (++writes % WRITES_BETWEEN_LOOKS == 0 && !atIt.get() && pagesLeft(LOOK, writers) >= PAGES) {
            atIt.set(true);
            try {
                folding.execute(this::fold);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The write-ahead log is folded back when the last connection closes", closed);
            }
        }
    }

    private void fold() {
        int passes = 0;
        do {
            pagesLeft(FOLD, own);
            passes++;
        } while (pagesLeft(LOOK, own) > FEW_PAGES && passes < MAX_PASSES);
        betweenAppends.execute(() -> {
            pagesLeft(FOLD, writers);
            atIt.set(false);
        });
    }

    /** What cannot be folded now, since the disk is full, will be when there is room. */
    private static int pagesLeft(String statement, StoreConnection connection) {
        try (ResultSet row = connection.statement(statement).executeQuery()) {
            return row.getInt(2) - row.getInt(3);
        } catch (SQLException failure) {
            LOG.debug("The write-ahead log could not be folded back", failure);
            forgetStatements(connection);
            return 0;
        }
    }

    private static void forgetStatements(StoreConnection connection) {
        try {
            connection.prepareAnew();
        } catch (SQLException failure) {
            LOG.debug("A statement did not close", failure);
        }
    }

    /** Waits for what is being folded. */
    @Override
    public void close() {
        folding.close();
    }
}
