package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been folded back need not be kept beside the file for ever. */
class FoldingTest {

    private static final int TIMES = 1_000;

    @TempDir
    private static Path directory;

    private final Path log;
    @AutoClose
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    @AutoClose
    private final StoreConnection writers;
    @AutoClose
    private final StoreConnection own;
    private final CommitWriter writer;

    FoldingTest() throws IOException, SQLException {
        StoreFile file = StoreFile.at(directory.resolve(System.nanoTime() + "/andon.db"));
        log = file.path().resolveSibling("andon.db-wal");
        writers = new StoreConnection(file.connect());
        file.prepare(writers.jdbc());
        own = new StoreConnection(file.connect());
        writer = new CommitWriter(writers, new Backlog(Backlog.ROWS));
    }

    @Test
    void aLogThatHasBeenFoldedBeginsAtItsStartAgainAndLosesNothing() throws Exception {
        // given
        while (pages() < Folding.PAGES) {
            append();
        }
        long size = Files.size(log);

        // when
        look();

        // then
        assertThat(pages()).as("pages left in the log").isZero();
        while (writers.lastCommit().orElseThrow().first() < 30) {
            append();
        }
        assertThat(pages()).isPositive();
        assertThat(Files.size(log)).isEqualTo(size);
        assertThat(own.lastCommit()).map(Commit::head).contains(writer.head());
    }

    @Test
    void whatIsTooLittleIsLeft() throws Exception {
        append();
        look();
        assertThat(pages()).isPositive();
    }

    private void append() throws SQLException {
        EventData large = new EventData("id", "FindingAdded", "1", NOON, Set.of(), new byte[1_000_000], Map.of());
        writer.append(writer.head(), List.of(commit(writer.head(), large)));
    }

    /** Until all that comes of it is done. */
    private void look() throws Exception {
        try (Folding folding = new Folding(own, writers, writing)) {
            for (int time = 0; time < TIMES; time++) {
                folding.foldIfWorthwhile();
            }
        }
        writing.submit(() -> {}).get();
    }

    private int pages() throws SQLException {
        try (ResultSet row = own.statement("PRAGMA wal_checkpoint(NOOP)").executeQuery()) {
            return row.getInt(2) - row.getInt(3);
        }
    }
}
