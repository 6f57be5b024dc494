package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.DamagedStoreContract;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.StoreRefusedException;
import dev.andon.eventstore.Verification;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSqliteStoreTest extends DamagedStoreContract {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("andon.db");
    }

    @Override
    protected void store(List<Commit> commits) throws SQLException, IOException {
        Files.deleteIfExists(file());
        Files.deleteIfExists(directory.resolve("andon.db.lock"));
        SqliteEventLog.open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement row = connection.prepareStatement("INSERT INTO commits VALUES (?, ?, ?)")) {
            for (Commit commit : commits) {
                row.setLong(1, commit.first());
                row.setBytes(2, commit.hash().bytes());
                row.setBytes(3, CommitEncoding.encode(commit));
                row.executeUpdate();
            }
        }
    }

    @Override
    protected void flipAByteOf(Commit commit) throws SQLException {
        // the payload "{}" stands in the body as it is
        tamper("UPDATE commits SET body = unhex(replace(hex(body), '7B7D', '7B5D')) WHERE first = " + commit.first());
    }

    @Override
    protected void swap(Commit one, Commit other) throws SQLException {
        tamper("UPDATE commits SET first = -1 WHERE first = " + one.first());
        tamper("UPDATE commits SET first = %d WHERE first = %d".formatted(one.first(), other.first()));
        tamper("UPDATE commits SET first = %d WHERE first = -1".formatted(other.first()));
    }

    @Override
    protected void mangle(Commit commit) throws SQLException {
        tamper("UPDATE commits SET body = substr(body, 1, 100) WHERE first = " + commit.first());
    }

    @Override
    protected EventLog openReadOnly() {
        return SqliteEventLog.openReadOnly(directory);
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement tampering = connection.createStatement()) {
            tampering.executeUpdate(statement);
        }
    }

    @Test
    void aStoreThatIsNotThereIsRefusedAndNotMade() {
        Path nowhere = directory.resolve("nowhere");
        assertThatThrownBy(() -> SqliteEventLog.openReadOnly(nowhere)).isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("no event store at").hasMessageContaining("nowhere");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void whatIsNoStoreIsRefused() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.db"));
        Path text = Files.writeString(directory.resolve("text.db"), "not a database at all".repeat(100));
        assertThatThrownBy(() -> SqliteEventLog.openReadOnly(empty)).isInstanceOf(StoreRefusedException.class);
        assertThatThrownBy(() -> SqliteEventLog.openReadOnly(text)).isInstanceOf(StoreRefusedException.class);
        assertThat(empty).isEmptyFile();
    }

    @Test
    void aFileThatWasCutOffIsSoundUpToWhereItCanBeRead() throws Exception {
        // given
        try (EventStore store = new EventStore(SqliteEventLog.open(directory.resolve("long")), Clock.systemUTC())) {
            for (int number = 0; number < 300; number++) {
                await(store.append(List.of(event("FindingAdded"), event("FindingAdded")), AppendCondition.none(),
                        null));
            }
        }
        Path cut = directory.resolve("long/andon.db");
        try (RandomAccessFile access = new RandomAccessFile(cut.toFile(), "rw")) {
            access.setLength(access.length() / 2);
        }

        // when
        Verification found;
        try (EventLog log = SqliteEventLog.openReadOnly(cut)) {
            found = await(LogVerifier.verify(log));
        }

        // then
        assertThat(found.firstFault()).hasValueSatisfying(
                fault -> assertThat(fault.sentence()).startsWith("The commit is damaged"));
        assertThat(found.soundUpTo()).isBetween(2L, 598L).isEqualTo(found.head().position());
    }

    @Test
    void lookingChangesNothingAndLeavesNothingBehind() throws Exception {
        Map<String, String> before = files();
        try (EventLog log = openReadOnly()) {
            assertThat(await(LogVerifier.verify(log)).isSound()).isTrue();
            assertThatThrownBy(() -> log.append(await(log.head()), List.of()).block())
                    .isInstanceOf(StoreRefusedException.class).hasMessageContaining("read only");
        }
        assertThat(files()).containsExactlyEntriesOf(before);
    }

    @Test
    void aStoreIsVerifiedWhileItsOwnerWrites() {
        Path owned = directory.resolve("owned");
        try (EventStore owner = new EventStore(SqliteEventLog.open(owned), Clock.systemUTC())) {
            await(owner.append(List.of(event("FindingAdded")), AppendCondition.none(), null));
            try (EventLog log = SqliteEventLog.openReadOnly(owned)) {
                // when
                await(owner.append(List.of(event("FindingAdded")), AppendCondition.none(), null));

                // then
                Verification seen = await(LogVerifier.verify(log));
                assertThat(seen.firstFault()).isEmpty();
                assertThat(seen.head().position()).as("where it ended when it was opened").isEqualTo(1);
            }
            await(owner.append(List.of(event("FindingAdded")), AppendCondition.none(), null));
            try (EventLog log = SqliteEventLog.openReadOnly(owned)) {
                assertThat(await(LogVerifier.verify(log)).head().position()).isEqualTo(3);
            }
        }
    }

    @Test
    void aServerThatStartsMeanwhileIsNoDamage() throws Exception {
        try (EventLog log = openReadOnly()) {
            try (EventStore owner = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC())) {
                await(owner.append(List.of(event("FindingAdded")), AppendCondition.none(), null));
            }
            assertThatThrownBy(() -> LogVerifier.verify(log).block()).isInstanceOf(StoreRefusedException.class)
                    .hasMessageContaining("read it again");
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> names = Files.list(directory)) {
            for (Path path : names.toList()) {
                files.put(path.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
