package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.GapInLogException;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.NotStoredException;
import dev.andon.eventstore.StoreRefusedException;
import dev.andon.eventstore.Verification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a log in a file can suffer. */
class SqliteStoreTest {

    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void recordFourCommits() {
        file = directory.resolve("new/store.db");
        try (EventStore store = new EventStore(SqliteEventLog.open(file), Clock.systemUTC())) {
            for (int number = 1; number <= 4; number++) {
                await(store.append(List.of(event("FindingAdded"), event("FindingAdded")),
                        AppendCondition.none(), "command " + number));
            }
        }
    }

    @Test
    void aPathIsTheFileIfItEndsInDbAndTheDirectoryOfItElse() {
        SqliteEventLog.open(directory.resolve("deep/data")).close();

        assertThat(file).isRegularFile();
        assertThat(directory.resolve("deep/data/andon.db")).isRegularFile();
    }

    @Test
    void aSecondOwnerIsRefusedAndToldWhoTheFirstIs() {
        try (SqliteEventLog owner = SqliteEventLog.open(file)) {
            assertThatThrownBy(() -> SqliteEventLog.open(file)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(await(owner.head()).position()).isEqualTo(8);
        }
        SqliteEventLog.open(file).close();
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoTheFirstIs() throws IOException, InterruptedException {
        try (SqliteEventLog owner = SqliteEventLog.open(file)) {
            requireThatAnotherProcessIsRefused();
            assertThat(await(owner.head()).position()).isEqualTo(8);
        }
    }

    @Test
    void aRefusalWithinTheProcessDoesNotLetOthersIn() throws IOException, InterruptedException {
        try (SqliteEventLog owner = SqliteEventLog.open(file)) {
            assertThatThrownBy(() -> SqliteEventLog.open(file)).isInstanceOf(StoreRefusedException.class);
            requireThatAnotherProcessIsRefused();
            assertThat(await(owner.head()).position()).isEqualTo(8);
        }
    }

    private void requireThatAnotherProcessIsRefused() throws IOException, InterruptedException {
        // when
        Process second = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), SecondOwner.class.getName(), file.toString())
                .redirectErrorStream(true).start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(second.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("in use by process " + ProcessHandle.current().pid());
    }

    static final class SecondOwner {

        public static void main(String[] arguments) {
            SqliteEventLog.open(Path.of(arguments[0])).close();
        }
    }

    @Test
    void whatIsNoStoreIsRefusedAndLeftAlone() throws SQLException, IOException {
        // given
        Path foreign = directory.resolve("foreign.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE recipes (name TEXT)");
        }
        Path text = Files.writeString(directory.resolve("text.db"), "not a database at all".repeat(100));

        // then
        assertThatThrownBy(() -> SqliteEventLog.open(foreign)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not an Andon event store");
        assertThatThrownBy(() -> SqliteEventLog.open(text)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("text.db");
        assertThat(text).content().startsWith("not a database");
    }

    @Test
    void aClosedLogSaysSo() {
        SqliteEventLog log = SqliteEventLog.open(file);
        log.close();
        assertThatThrownBy(() -> log.read(0).blockLast()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aChangedByteIsFoundByItsPosition() throws SQLException {
        // the payload "{}" stands in the body as it is
        tamper("UPDATE commits SET body = CAST(replace(hex(body), '7B7D', '7B5D') AS TEXT) WHERE first = 3");
        tamper("UPDATE commits SET body = unhex(body) WHERE first = 3");
        assertFault(3, "not what its hash was computed from");
    }

    @Test
    void aTruncatedCommitIsFoundByItsPosition() throws SQLException {
        tamper("UPDATE commits SET body = substr(body, 1, 100) WHERE first = 5");
        assertFault(5, "The commit is damaged: its bytes are not a commit");
    }

    @Test
    void aCommitWithoutBytesIsFoundByItsPosition() throws SQLException {
        tamper("UPDATE commits SET body = zeroblob(0) WHERE first = 5");
        assertFault(5, "The commit is damaged");
    }

    @Test
    void aDeletedCommitIsFoundByItsPositionAndStopsEveryReader() throws SQLException {
        tamper("DELETE FROM commits WHERE first = 5");
        assertFault(5, "Position 5 is expected next, but the next commit begins at 7");
        try (EventStore store = new EventStore(SqliteEventLog.open(file), Clock.systemUTC())) {
            assertThatThrownBy(() -> store.read(0).blockLast()).isInstanceOf(GapInLogException.class);
        }
    }

    @Test
    void aStoreWhoseLastCommitIsDamagedDoesNotOpen() throws SQLException {
        tamper("UPDATE commits SET body = substr(body, 1, 100) WHERE first = 7");
        assertThatThrownBy(() -> SqliteEventLog.open(file)).isInstanceOf(CorruptCommitException.class)
                .hasMessageContaining("position 7");
    }

    @Test
    @Timeout(120) // so that a test that waits for ever says so
    void aDamagedPageIsFoundByItsPositionAndEndsWhatFollows() throws SQLException, IOException {
        // given
        try (EventStore store = new EventStore(SqliteEventLog.open(file), Clock.systemUTC())) {
            for (int number = 0; number < 200; number++) {
                await(store.append(List.of(event("FindingAdded")), AppendCondition.none(), null));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        int pageSize = ByteBuffer.wrap(bytes).getShort(16);
        int page = firstPageOfCommitsBehindTheFirst();

        // when
        Arrays.fill(bytes, (page - 1) * pageSize, page * pageSize, (byte) 0xFF);
        Files.write(file, bytes);

        // then
        try (SqliteEventLog log = SqliteEventLog.open(file)) {
            long position = await(LogVerifier.verify(log)).firstFault().orElseThrow().position();
            assertThat(position).isBetween(2L, 200L);
            assertThatThrownBy(() -> new EventStore(log, Clock.systemUTC()).follow(0).blockLast())
                    .isInstanceOfSatisfying(CorruptCommitException.class,
                            damaged -> assertThat(damaged.position()).isEqualTo(position));
        }
    }

    private int firstPageOfCommitsBehindTheFirst() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement query = connection.createStatement();
                ResultSet page = query.executeQuery(
                        """
                                SELECT pageno FROM dbstat WHERE name = 'commits' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 1
                                """)) {
            return page.getInt(1);
        }
    }

    @Test
    void aStoreWhoseLastCommitIsGoneDoesNotOpen() throws SQLException {
        tamper("DELETE FROM commits WHERE first = 7");
        assertThatThrownBy(() -> SqliteEventLog.open(file)).isInstanceOf(CorruptCommitException.class)
                .hasMessageContaining("position 7").hasMessageContaining("gone from the log");
    }

    @Test
    void aStoreThatWasCutToNothingIsNotBegunAnew() throws IOException {
        for (boolean gone : List.of(false, true)) {
            Files.delete(file);
            if (!gone) {
                Files.createFile(file);
            }
            assertThatThrownBy(() -> SqliteEventLog.open(file)).isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("restore it from a backup");
            Files.write(file, new byte[0]);
        }
    }

    @Test
    void afterACloseNothingIsTakenAndTheCallerKnowsThatNothingIsStored() {
        SqliteEventLog log = SqliteEventLog.open(file);
        EventStore store = new EventStore(log, Clock.systemUTC());
        await(store.append(List.of(event("FindingAdded")), AppendCondition.none(), null));
        store.close();

        assertThatThrownBy(() -> await(store.append(List.of(event("FindingAdded")), AppendCondition.none(), null)))
                .isInstanceOf(NotStoredException.class).hasMessageContaining("closed");
    }

    @Test
    void aQuestionForOneTypeAmongManyEventsIsASeekInTheIndex() throws SQLException {
        // when
        String plan;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + Occurrences.firstsOf(2))) {
            StringBuilder lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString("detail")).append('\n');
            }
            plan = lines.toString();
        }

        // then
        assertThat(plan).contains("subject=? AND first>? AND first<?").contains("subject=? AND first=?")
                .doesNotContain("SCAN").doesNotContain("TEMP B-TREE");
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement tampering = connection.createStatement()) {
            tampering.executeUpdate(statement);
        }
    }

    private void assertFault(long position, String sentence) {
        try (SqliteEventLog log = SqliteEventLog.open(file)) {
            Verification verification = await(LogVerifier.verify(log));
            assertThat(verification.firstFault()).hasValueSatisfying(fault -> {
                assertThat(fault.position()).isEqualTo(position);
                assertThat(fault.sentence()).contains(sentence);
            });
            assertThat(verification.head().position()).isEqualTo(position - 1);
        }
    }
}
